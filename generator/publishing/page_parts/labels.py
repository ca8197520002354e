"""The words for the kinds of article and for what its lines are for, as messages that the interface translates."""

from __future__ import annotations

from generator.locale import _
from generator.model import ArticleKind

KIND_LABELS = {
    ArticleKind.NEWS: _("news"),
    ArticleKind.OPINION: _("opinion"),
    ArticleKind.ANALYSIS: _("analysis"),
    ArticleKind.INTERVIEW: _("interview"),
    ArticleKind.PRESS_RELEASE: _("press release"),
    ArticleKind.PARTNER: _("partner content"),
    ArticleKind.SPONSORED: _("sponsored"),
}

ROLE_LABELS = {
    "byline": _("byline"),
    "dateline": _("dateline"),
    "caption": _("caption"),
    "credit": _("picture credit"),
    "advert": _("advertisement"),
    "appeal": _("appeal"),
    "navigation": _("navigation"),
    "repeat": _("repetition"),
    "tags": _("tags"),
    "other": _("other"),
}
