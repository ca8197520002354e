"""The translation of a passage: of its own words, or of its sentences one by one."""

from __future__ import annotations

from generator.model import Article, Passage, Translation
from generator.project.translations import Translations


def translation_of(passage: Passage, article: Article, translations: Translations) -> Translation | None:
    """What the catalogue has for the passage; for several whole sentences, their translations one after the other.

    A joined translation names everybody who made a part of it; it is reviewed where every part is, and a machine's
    where any part is.
    """
    whole = translations.get((passage.article, passage.exact))
    if whole is not None or not translations:
        return whole
    inside = [s for s in article.sentences if passage.start <= s.start and s.end <= passage.end]
    words = [article.words_of(sentence) for sentence in inside]
    parts = [found for said in words if (found := translations.get((article.id, said)))]
    if len(parts) < len(inside) or " ".join(words) != passage.exact:
        return None
    return Translation(
        text=" ".join(part.text for part in parts),
        language=parts[0].language,
        by=", ".join(dict.fromkeys(part.by for part in parts if part.by)) or None,
        reviewed=all(part.reviewed for part in parts),
        machine=any(part.machine for part in parts),
    )
