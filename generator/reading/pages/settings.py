"""What encloses a block of a page: said by elements, roles, and the words that page makers use as names.

Takes an element; gives ``Setting`` flags. The words are those of class names and ids on the web, which are English
nearly everywhere; they are looked for as whole parts of a name ("article-related__list", "mainNav").
"""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Setting(Flag):
    """What encloses a block, by element or by the words of its class and id."""

    NONE = 0
    NAVIGATION = auto()
    FORM = auto()
    ASIDE = auto()
    CAPTION = auto()
    HEADER = auto()
    QUOTE = auto()
    LISTING = auto()
    TABLE = auto()
    HIDDEN = auto()
    BYLINE = auto()
    DATE = auto()
    SHARE = auto()
    PROMOTION = auto()
    ADVERT = auto()
    COMMENTS = auto()
    TAGS = auto()
    LEAD = auto()
    KICKER = auto()
    PICTURE = auto()
    ARTICLE = auto()
    CONSENT = auto()
    EMBEDDED = auto()


BY_ELEMENT = {
    "nav": Setting.NAVIGATION,
    "footer": Setting.NAVIGATION,
    "menu": Setting.NAVIGATION,
    "form": Setting.FORM,
    "fieldset": Setting.FORM,
    "dialog": Setting.FORM,
    "aside": Setting.ASIDE,
    "details": Setting.ASIDE,
    "figure": Setting.CAPTION,
    "figcaption": Setting.CAPTION,
    "header": Setting.HEADER,
    "blockquote": Setting.QUOTE,
    "li": Setting.LISTING,
    "table": Setting.TABLE,
    "address": Setting.BYLINE,
    "time": Setting.DATE,
}
BY_ROLE = {
    "navigation": Setting.NAVIGATION,
    "contentinfo": Setting.NAVIGATION,
    "search": Setting.FORM,
    "dialog": Setting.FORM,
    "complementary": Setting.ASIDE,
    "menu": Setting.NAVIGATION,
}
# Attributes in which the makers of pages name what an element is for.
NAMING = ("class", "id", "data-testid", "data-component", "data-area")
# Words that the makers of pages use in class names and ids, whole or as a part: "article-related__list", "mainNav".
# Each is looked for at the beginning of a part of the name.
BY_NAME = (
    (Setting.HIDDEN, r"sronly|visuallyhidden|screenreader\w*|offscreen"),
    (
        Setting.NAVIGATION,
        r"nav(?:bar|igation)?|menu|footer|breadcrumbs?|pagination|skiplink|sitemap|masthead|sidebar|toc",
    ),
    (Setting.FORM, r"modal|popup|overlay|subscribe|subscription|login|register|registration|regwall|signup"),
    (Setting.CAPTION, r"caption\w*|figcaption|copyright|credits?|photographer|imagesource|legend|didascalia"),
    (
        Setting.PICTURE,
        r"pic|pics|picbox|pictures?|image|images|img|photos?|fotos?|bild|gallery|slideshow|lightbox|carousel|slider",
    ),
    (
        Setting.BYLINE,
        r"byline\w*|readercredits|fn|authors?|authorbox|autor\w*|auteurs?|writer|reporter|journalist\w*|contributors?|signature|firma|"
        r"signataires?|yazar|muhabir|username|submitted|postedby",
    ),
    (
        Setting.DATE,
        r"dates?|datetime|time|timestamp|published|pubdate|dateline|datum|readingtime|readtime|submitted",
    ),
    (
        Setting.SHARE,
        r"shares?|sharing|share(?:bar|buttons?|tools|links|icons|box)|social\w*|follow|addthis|sharedaddy|toolbar|print",
    ),
    (
        Setting.PROMOTION,
        r"related\w*|recommend\w*|recirc\w*|teasers?|newsletter\w*|promos?|promobox|mostread|mostpopular|popular|"
        r"trending|outbrain|taboola|readmore|readnext|morestories|moreon|seealso|donat\w*|inlineteaser|infobox|factbox|"
        r"marketing|whatsapp|crosslinks?|yarpp|upnext|alsoread|alsolike|polls?|quiz|player|jwplayer|videoplayer|"
        r"pullquote\w*|audio\w*|listen|tts|cta",
    ),
    (
        Setting.EMBEDDED,
        r"tweets?|twitter(?:tweet|video|embed)|instagrammedia|tiktokembed|fb(?:post|video)|blueskyembed|redditembed|"
        r"mastodonembed|threadsembed|textpostmedia",
    ),
    (Setting.ADVERT, r"ads?|adverts?|advert\w+|adslot|sponsor\w*|banner|anzeige|werbung|publicidad|reklam\w*"),
    (
        Setting.CONSENT,
        r"cookies?|cookie(?:bar|banner|consent|notice|law|wall|popup)|consent\w*|gdpr|ccpa|cmp|cmpbox|onetrust|didomi|"
        r"usercentrics|cookiebot|sourcepoint|fundingchoices|privacy(?:banner|wall|popup|center)",
    ),
    (Setting.COMMENTS, r"comments?|commentlist|disqus|respond|kommentare?|discussion|replies"),
    (Setting.TAGS, r"tags?|taglist|topics?|keywords?|taxonomy|categories|postcategories"),
    (
        Setting.LEAD,
        r"lead|lede|intro\w*|standfirst|summary|subtitle|subheadline|subhead|deck|dek|excerpt|abstract|chapeau|sommario|"
        r"entradilla|subtitulos?|undertitel|anons|blurb|bajada|vorspann|teasertext|sapo|description|desc|perex|chapo|accroche|copete|opener|preamble|ingress|spot|manchet|zajawka|"
        r"strap\w*",
    ),
    (
        Setting.KICKER,
        r"kicker|overline|eyebrow|topline|roofline|dachzeile|supertitle|occhiello|antetitulo|volanta|cintillo|rubrik",
    ),
    (
        Setting.ARTICLE,
        r"articlebody|articlecontent|articletext|storybody|storytext|storycontent|entrycontent|postcontent|postbody|"
        r"bodytext|contentbody|newsbody|newscontent|newstext|maincontent",
    ),
)
# Parts of a name that turn its meaning: "comments-open" and "has-comments" stand on the article itself, and a
# "topic-page__text" is the article where others say "topics" for keywords.
ABOUT = {
    Setting.COMMENTS: frozenset({"open", "closed", "no", "has", "with", "enabled", "count"}),
    Setting.TAGS: frozenset({"body", "content", "page", "text", "announce", "anons", "lead", "intro"}),
}
NAMES = tuple((setting, re.compile(rf"(?:{words})", re.IGNORECASE)) for setting, words in BY_NAME)
# A class name falls apart at punctuation and at capitals: "mainNav", "article__related-list", "c-teaser"
NAME_PARTS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")
# "display:none" and "visibility: hidden" in a style attribute
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# Class names that hide an element, and those that show it again on a wide screen: "hidden md:block", "d-none d-lg-flex"
HIDING = frozenset({"hidden", "is-hidden", "d-none"})
SHOWING = ("block", "flex", "grid", "inline")
# An address of an author's page: "/author/ann-holt", "/autoren/ann-holt/", "/profile/annholt"
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autore[sn]?|autor|auteurs?|profiles?|people|staff|journalists?|reporters?|contributors?|writers?|"
    r"redaktoer|penulis|yazar(?:lar)?|author-profile|by)/[^/?#]+/?(?:[?#].*)?$"
)
# A picture with a line below it that is set in the middle, in a paragraph of its own
CENTRED = re.compile(
    r"text-align\s*:\s*center|(?<![\w-])(?:rtecenter|aligncenter|text-center|has-text-align-center)(?!\w)"
)


def setting_of(element: HtmlElement, tag: str) -> Setting:
    """What an element says of the text in it."""
    found = BY_ELEMENT.get(tag, Setting.NONE)
    attributes = element.attrib
    if not attributes and "-" not in tag:
        return found
    role = attributes.get("role")
    if role:
        found |= BY_ROLE.get(role, Setting.NONE)
    if attributes.get("itemprop") == "articleBody":
        found |= Setting.ARTICLE
    if attributes.get("itemprop") == "author" or attributes.get("rel") == "author":
        found |= Setting.BYLINE
    unseen = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    if unseen or INVISIBLE.search(attributes.get("style", "")):
        found |= Setting.HIDDEN
    aligned = attributes.get("style", "") + " " + attributes.get("class", "")
    if tag == "p" and CENTRED.search(aligned) and element.find(".//img") is not None:
        found |= Setting.PICTURE
    if tag == "a" and AUTHOR_PAGE.search(attributes.get("href", "")):
        found |= Setting.BYLINE
    named = " ".join(filter(None, map(attributes.get, NAMING)))
    if "-" in tag:  # makers of pages name elements of their own: "news-lead"
        named = f"{tag} {named}"
    return found | _setting_of_name(named) if len(named) > 1 else found


@lru_cache(maxsize=20_000)
def _setting_of_name(named: str) -> Setting:
    """What class and id say; the same names come again and again on a page, so each is looked at once."""
    names = named.split()
    shown = any(name.endswith(SHOWING) for name in names)
    found = Setting.NONE if shown or HIDING.isdisjoint(names) else Setting.HIDDEN
    for name in names:
        parts = [part.lower() for part in NAME_PARTS.findall(name)]
        joined = [*parts, *("".join(pair) for pair in pairwise(parts))]
        for setting, pattern in NAMES:
            about = ABOUT.get(setting, frozenset()).intersection(parts)
            if not about and any(pattern.fullmatch(part) for part in joined):
                found |= setting
    return found
