"""What stands around each line of a text: how dense its neighbourhood is, what heading it is under, what kind its run.

Takes the shapes of the lines of one text, in order; every function gives, for each line, the names of what holds of
it. Nothing here knows words but through the kinds of phrases that a line holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import accumulate, groupby
from typing import TypeVar

from generator.reading.heads.tab_line import tab_line
from generator.reading.lines.shapes import SHORT, TELLING_CHARS, WORDY, Names, Shape, holds_date, pairs, steps
from generator.reading.phrases import READ_CHARS, WORD
from generator.reading.wide_letters import WIDE

DENSITIES = (8, 16, 28, 45, 70, 110, 170, 260)
# What the lines at one, two … lines' distance count for
NEARNESS = (1.0, 0.8, 0.6, 0.4, 0.3)
NEAR_LINES = 12
GAPS = (1, 2, 4, 8, 16, 32)
# A heading of one of these kinds governs what stands under it
HEADINGS = ("related", "comments", "legal", "appeal", "account", "advert", "author_note")
# Kinds of phrases that stand together in one line, of which a few stand in most texts
KINDS_REMEMBERED = 1_024
Part = TypeVar("Part", int, str)
NO_GRAMS: frozenset[int] = frozenset()
NOTHING: frozenset[str] = frozenset()
DATED = frozenset({"dated:begins", "updated:begins", "byline:begins", "reading_time"})
UNDATED_LINES = 99
TITLE_CHARS, TITLE_WORDS = 250, 40
TOPIC_LINES = 4
# How much of a line stands in another one where it is an echo of it, and where all of it is; shorter ones are none
ECHO_SHARE, WHOLE_SHARE = 0.35, 0.75
FEWEST_GRAMS, GRAM_WORDS = 3, 4


def density(prose: Sequence[float], clear: Container[int] = ()) -> list[Names]:
    """Characters of prose in the five lines before and after, nearer ones counting more, the line left out.

    Of the lines that are ``clear``, by number, nothing is named.
    """
    around = _around(prose)
    top = max(around, default=0.0)
    total = sum(prose) or 1.0
    found: list[Names] = []
    for number, (own, mass, above) in enumerate(zip(prose, around, [0.0, *accumulate(prose)], strict=False)):
        if number in clear:
            found.append(())
            continue
        share = int(min(mass / top, 1.0) * 5.99) if top > 0 else -1
        near, so_far = bisect_right(DENSITIES, mass), int(above / total * 7.99)
        found.append(_dense(near, so_far, share, "prose" if own >= WORDY else "label"))
    return found


@cache
def _dense(near: int, above: int, share: int, kind: str) -> Names:
    shares = steps("share", share) if share >= 0 else ()
    return (*steps("near", near), *steps("above", above), *shares, kind)


def _around(prose: Sequence[float]) -> list[float]:
    reach = len(NEARNESS)
    padded = [0.0] * reach + list(prose) + [0.0] * reach
    sums = [0.0] * len(prose)
    for distance, weight in enumerate(NEARNESS, start=1):
        before, behind = padded[reach - distance :], padded[reach + distance :]
        sums = [mass + weight * (a + b) for mass, a, b in zip(sums, before, behind, strict=False)]
    total = 2 * sum(NEARNESS)
    return [mass / total for mass in sums]


def neighbours(shapes: Sequence[Shape]) -> list[Names]:
    """The kinds of the two lines before and behind, and the phrases of short ones right beside."""
    kinds = ["edge", "edge", *(shape.kind for shape in shapes), "edge", "edge"]
    spoken = [NOTHING, *(shape.hits if shape.width < SHORT else NOTHING for shape in shapes), NOTHING]
    return [
        _beside(*around) + _said(-1, above) + _said(1, below)
        for *around, above, below in zip(kinds, kinds[1:], kinds[3:], kinds[4:], spoken, spoken[2:], strict=False)
    ]


@cache
def _beside(second_above: str, above: str, below: str, second_below: str) -> Names:
    return (f"beside-2:{second_above}", f"beside-1:{above}", f"beside1:{below}", f"beside2:{second_below}")


@lru_cache(maxsize=KINDS_REMEMBERED)
def _said(offset: int, hits: frozenset[str]) -> Names:
    return tuple([f"beside{offset}:{hit}" for hit in hits])


def runs(shapes: Sequence[Shape]) -> list[str]:
    """How many lines of one kind stand together."""
    found = []
    for kind, group in groupby(shape.kind for shape in shapes):
        length = len(list(group))
        found += [f"run:{kind}:{bisect_right((2, 3, 5, 9, 17), length)}"] * length
    return found


def gaps(shapes: Sequence[Shape]) -> list[str]:
    """How many lines without a sentence stand together here, or right above a line of prose."""
    found = []
    above = 0
    for prose, group in groupby(shape.kind == "prose" for shape in shapes):
        length = len(list(group))
        if prose:
            found += [f"gap-above:{bisect_right(GAPS, above)}", *["gap-above:0"] * (length - 1)]
        else:
            found += [f"gap:{bisect_right(GAPS, length)}"] * length
        above = length
    return found


def headings(shapes: Sequence[Shape]) -> list[Names]:
    """What the last heading of furniture above a line is, how much prose stands between, and how far a date is."""
    heading, prose, dated = "", 0, UNDATED_LINES
    found = []
    for shape in shapes:
        found.append(_under(bisect_right((1, 4, 9, 20), dated), heading, bisect_right((1, 2, 4, 9), prose)))
        dated += 1
        if shape.width >= SHORT:
            prose += shape.ends
            continue
        begun = next((kind for kind in HEADINGS if f"{kind}:begins" in shape.hits), "") if shape.hits else ""
        if begun:
            heading, prose = begun, 0
        if not DATED.isdisjoint(shape.hits) or holds_date(shape):
            dated = 0
    return found


@cache
def _under(dated: int, heading: str, prose: int) -> Names:
    names = (f"dated-above:{dated}",)
    return (*names, f"under:{heading}:{prose}") if heading else names


def topics(lines: Sequence[str], shapes: Sequence[Shape]) -> list[Names]:
    """Whether a line, or one near it, speaks of what the title in the first line speaks of."""
    words = _topic_of(lines[0]) if lines else frozenset()
    if not words:
        return [("topic:unknown",)] * len(shapes)
    spoken = [0 if number == 0 else min(len(words & shape.vocabulary), 2) for number, shape in enumerate(shapes)]
    summed = [0, *accumulate(spoken)]
    found = []
    for number, shape in enumerate(shapes):
        window = summed[min(number + TOPIC_LINES + 1, len(shapes))] - summed[max(0, number - TOPIC_LINES)]
        around = window - spoken[number]
        found.append(_topic(spoken[number], shape.size, min(around, 5)))
    return found


@cache
def _topic(spoken: int, size: str, around: int) -> Names:
    return (f"topic:{spoken}:{size}", f"topic-near:{around}")


def _topic_of(line: str) -> frozenset[str]:
    """The telling words of a first line that may be a title; none of one that is too long to be one."""
    if len(line) > TITLE_CHARS:
        return frozenset()
    tab = tab_line(line)
    first = tab[0] if tab else line
    found = (
        pairs(first)
        if WIDE.search(first)
        else frozenset(word.lower() for word in WORD.findall(first) if len(word) >= TELLING_CHARS)
    )
    return found if len(found) <= TITLE_WORDS else frozenset()


def homeliness(shapes: Sequence[Shape], prose: Sequence[float], clear: Container[int] = ()) -> list[str]:
    """How many of a line's telling words stand in other prose lines of the text: a cookie notice shares few.

    Of the lines that are ``clear``, by number, nothing is named.
    """
    said, again = said_and_again([shape.vocabulary for shape, mass in zip(shapes, prose, strict=True) if mass >= WORDY])
    found = []
    for number, (shape, mass) in enumerate(zip(shapes, prose, strict=True)):
        if number in clear or not shape.vocabulary:
            found.append("home:none")
            continue
        elsewhere = again if mass >= WORDY else said
        share = len(shape.vocabulary & elsewhere) / len(shape.vocabulary)
        found.append(_home(int(share * 4.99), shape.size))
    return found


@cache
def _home(share: int, size: str) -> str:
    return f"home:{share}:{size}"


def echoes(shapes: Sequence[Shape]) -> list[Names]:
    """Whether a line says again what an earlier line said, or what a later one will: a repeat, a pull quote."""
    grams = [_grams(shape) for shape in shapes]
    again = in_several(filter(None, grams))
    if not again:
        return [()] * len(shapes)
    said_again = [own & again for own in grams]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    saying = [number for number, common in enumerate(said_again) if common]
    for number in saying:
        last.update(dict.fromkeys(said_again[number], number))
    for number in reversed(saying):
        first.update(dict.fromkeys(said_again[number], number))
    return [
        _echo(number, common, len(own), first, last) if common and len(own) >= FEWEST_GRAMS else ()
        for number, (own, common) in enumerate(zip(grams, said_again, strict=True))
    ]


def in_several(lines: Iterable[Set[Part]]) -> set[Part]:
    """What stands in more than one of the lines."""
    return said_and_again(lines)[1]


def said_and_again(lines: Iterable[Set[Part]]) -> tuple[set[Part], set[Part]]:
    """What stands in any of the lines, and what stands in more than one of them."""
    said: set[Part] = set()
    again: set[Part] = set()
    for own in lines:
        again |= said & own
        said |= own
    return said, again


def _echo(number: int, again: Set[int], grams: int, first: Mapping[int, int], last: Mapping[int, int]) -> Names:
    """How much of a line of so many ``grams`` stands in an earlier line, and how much in a later one."""
    names: Names = ()
    if len(again) < ECHO_SHARE * grams:
        return names
    for name, at in (("earlier", first), ("later", last)):
        share = sum(at[gram] != number for gram in again) / grams
        if share >= ECHO_SHARE:
            names += (f"echo:{name}:{'whole' if share > WHOLE_SHARE else 'part'}",)
    return names


def _grams(shape: Shape) -> frozenset[int]:
    """Runs of four words, or of six characters in scripts without spaces, each as its hash, which takes less room."""
    if shape.wide and shape.text.count(" ") * 12 < len(shape.text):
        return frozenset([hash(shape.folded[i : i + 6]) for i in range(len(shape.folded) - 5)])
    words = shape.words
    if len(words) < GRAM_WORDS:
        return NO_GRAMS
    return frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))


def below_title(lines: Sequence[str], shapes: Sequence[Shape]) -> list[Names]:
    """Where a line stands against the title that the first line names and another line repeats."""
    tab = tab_line(lines[0]) if lines else None
    title = " ".join((tab[0] if tab else lines[0][:READ_CHARS]).split()).casefold() if lines else ""
    alike = [n for n, shape in enumerate(shapes) if n and shape.text[:1].casefold()[:1] == title[:1]]
    words_of = {n: " ".join(shapes[n].text[:READ_CHARS].split()).casefold() for n in alike}
    at = [n for n, own in words_of.items() if len(own) > 15 and _same_title(own, title)]
    if not at:
        return [()] * len(shapes)
    found: list[Names] = []
    for number in range(len(shapes)):
        last = at[bisect_right(at, number) - 1]
        if number < at[0]:
            found.append(("title:below",))
        elif number == last:
            found.append(("title:here",))
        else:
            found.append(("title:above", "title:near") if number - last <= NEAR_LINES else ("title:above",))
    return found


def _same_title(own: str, title: str) -> bool:
    return title.startswith(own) or (len(title) > 15 and own.startswith(title))
