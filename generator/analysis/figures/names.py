"""Numbers that are part of something else: a name, a label, an address, a time of day, an age, a score, an ordinal.

Each function takes a candidate with its sentence and says whether the number is such a thing; what only the shape of
the digits shows is in ``figures.codes``.
"""

from __future__ import annotations

import re

from generator.analysis.figures.candidate import Candidate
from generator.analysis.figures.candidates import WIDTH_BEFORE, WIDTH_OF_CLAUSE
from generator.analysis.figures.number_runs import NumberRun
from generator.analysis.figures.words import FigureWords

FIRST_YEAR, LAST_YEAR = 1800, 2100
LAST_HOUR = 24
OLDEST = 120
HIGHEST_SCORE = 100
# A symbol this short behind a label is a letter of a code: "Az. 12 K 3456/21"
LONGEST_LETTER_OF_A_CODE = 1
ROUND = 100
# "al 78' il pareggio", not what ends words in single quotation marks
_MINUTE_OF_PLAY = re.compile(r"['’′](?=[\s,.;:)]|$)")
_OPENED = re.compile(r"(?<!\w)['‘’]\w[^'’]*$")
# "Aysha (35, Name geändert)"
_BEHIND_A_NAME = re.compile(r"(?<!\w)[^\W\d_a-z]\w+\s\($")
# A time of day where numbers have a comma: "20.45"
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
# Where a clause ends: "выросли на 4 %, до 812 млн"
_CLAUSE_END = re.compile(r"[,;:()]\s|\s[–—-]\s")


def around(run: NumberRun, sentence: str) -> tuple[str, str]:
    """What stands close before and behind a number; as much as any rule looks at, so that long lines stay cheap."""
    return sentence[max(0, run.start - WIDTH_BEFORE) : run.start], sentence[run.end : run.end + WIDTH_BEFORE]


def is_time(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number is a time of day: "15 Uhr", "8 p.m."; "alle 23" where it counts nothing."""
    before, after = around(found.run, sentence)
    part = not found.run.digits and found.run.value != int(found.run.value)  # "tweeënhalf uur" is how long it took
    if words.exclusions.time_after.match(after):
        return not part
    digits = sentence[found.run.start : found.run.end]
    if not found.strong and words.decimal_comma and _CLOCK.fullmatch(digits):
        return True  # no number has a point there: "21 maggio, 20.45"
    hour = re.fullmatch(r"\d\d?(?:[.:][0-5]\d)?", digits)
    bare = hour is not None and found.unit is None and found.run.value <= LAST_HOUR
    if not bare or words.exclusions.time_before.search(before) is None:
        return False
    return not is_outcome(found, sentence, words)


def is_outcome(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether what stands before a number says that something became it: "выросло до 17", "spadł o 3 %, do 17".

    The verb of change is sought in the clause; where that is only the "do", in the clause before it.
    """
    before = sentence[max(0, found.start - WIDTH_OF_CLAUSE) : found.start]
    became = words.became.search(before)
    if became is None:
        return False
    *earlier, clause = _CLAUSE_END.split(before[: became.start()])
    return any(words.joins.change_verbs.search(told) for told in (clause, *earlier[-1:])[: 1 if clause.strip() else 2])


def is_age(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number is somebody's age: "43-jährig", "Maher Nazeh, 53, worked", "…, 43 ans, …", "who was 78"."""
    before, after = around(found.run, sentence)
    if words.exclusions.age_after.match(after):
        return True
    young = found.run.digits and not found.run.scaled and 0 < found.run.value <= OLDEST
    years = young and found.unit is not None and words.years_of_age.fullmatch(found.unit) is not None
    bare = young and found.unit is None
    if (years and words.exclusions.age_before.search(before)) or (bare and words.exclusions.bare_age.search(before)):
        return True
    if found.unit is None:
        behind_a_name = young and _BEHIND_A_NAME.search(before) is not None and re.match(r",\s\D", after) is not None
        return behind_a_name or (after.startswith(",") and re.search(r"[^\W\d_]\w*,\s$", before) is not None)
    opened = re.search(r"[^\W\d_]\w*\s?[,(]\s?(?:\w\w\s)?$", before)
    return bool(years and opened and re.match(r"\s?[,;)]|\.?$", sentence[found.end :]))


def is_labelled(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a word says that a number is a name: "Seite 5", "1325 sayılı", "call 912 345 678"."""
    if found.strong and len(found.unit or "") > LONGEST_LETTER_OF_A_CODE:
        return False
    if words.things.minutes.fullmatch(found.unit or ""):
        return False  # Turkish "2 saat 40 dakika" is no clock
    before, after = around(found.run, sentence)
    excluded = words.exclusions
    if excluded.label_before.search(before) and not (found.strong and found.unit in ("%", "°")):
        return True
    if found.strong or not found.run.digits:
        return False
    if excluded.label_after.match(after):
        return True
    bare = found.unit is None and not found.run.scaled and found.run.value == int(found.run.value)
    return bare and bool(excluded.contact.search(before) or excluded.contact.search(after))


def names_something(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether digits without a unit are part of a sign, a score or an ordinal: "F-16", "3 - 0", "am 3. Platz"."""
    before, after = around(found.run, sentence)
    if found.unit is None and (re.match(r"\s?[-–:/]\s?\d", after) or re.search(r"\d\s?[-–:/]\s?$", before)):
        return True
    if _MINUTE_OF_PLAY.match(after) and not _OPENED.search(before):
        return True
    if after.startswith(")") and found.run.digits and _numbers_a_list(sentence[: found.run.start]):
        return True
    if words.unspaced and found.run.scaled:  # "3割を切り": what follows a scale there is the next word
        return False
    return found.run.digits and (_joined_to_a_name(before, after) or _is_ordinal(before, after, words))


def is_inside_a_word(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a letter touches digits from before, the unit's own letters aside: "XS4ALL", "G20", "NT$5"."""
    letter = sentence[found.start - 1 : found.start]
    return found.run.digits and letter.isalpha() and (letter.isascii() or not words.unspaced)


def is_score(first: Candidate, second: Candidate) -> bool:
    """Whether two numbers can only be a result: "2 à 1" is no range."""
    bare = first.unit is None and first.run.digits and second.run.digits and not second.strong
    return bare and HIGHEST_SCORE > first.run.value >= second.run.value


def is_mere_number(found: Candidate, sentence: str, words: FigureWords, *, qualified: bool) -> bool:
    """A bare number that is rather a year, a code, or the number of a thing: "Boeing 737", "Clayallee 170"."""
    run = found.run
    digits = sentence[run.start : run.end]
    people = words.things.are_people(found.unit or "")
    year = digits.isdigit() and len(digits) == 4 and FIRST_YEAR <= run.value <= LAST_YEAR
    if year and not people:
        return True
    before, after = around(run, sentence)
    calibre = digits.startswith(".") and found.unit is None and re.match(r"\s[^\W\d]", after)
    if re.match(r"0\d", digits) or calibre:
        return True  # "007", "a .22 rifle"
    if not people and not qualified and _is_postcode(digits, found, sentence, words):
        return True
    name = re.search(r"([^\W\d_]\w*)\.?\s$", before)
    if found.unit is not None or name is None or qualified or not re.fullmatch(r"\d+(?:\.\d\d?)?", digits):
        return False
    opening = not before[: name.start()].strip() and name[1].casefold() in words.things.stop_words
    return not name[1].islower() and not opening


def _joined_to_a_name(before: str, after: str) -> bool:
    """Part of a longer sign: "G20", "F-16", "3:1", "1.2.3", "5G", "0471/925", "PlayStation 4", an address of the web.

    Hebrew joins its prepositions with a hyphen: "ב-1200".
    """
    return bool(
        re.search(r"[\w@&/:_]$|[#=]\s?$|[a-z][A-Z]\w*\s$|(?<=\w\s)[A-Z]\s$|[^\W\u0590-\u05ff][-–.]$|\d[.,]$", before)
        or re.match(r"\w|[/:@_]\w|[-–]\w|\.\d", after)
    )


def _numbers_a_list(before: str) -> bool:
    """Whether the bracket behind a number closes none: "1) low, 2) high"."""
    return before.count("(") <= before.count(")") - len(re.findall(r"(?<!\w)\d{1,2}\)", before))


def _is_ordinal(before: str, after: str, words: FigureWords) -> bool:
    """A number with a point inside a sentence, or first in a list: "am 3. Platz", "(73.)", "in der 58.", "1) …"."""
    if re.match(r"\.\s+\S", after) and not before.strip():
        return True
    if re.match(r"\.\s?[\w„\"/)]", after):
        return True
    if re.match(r"\.\s*$", after) and words.exclusions.ordinal_before.search(before):
        return True
    return after.startswith("]") or (after.startswith(")") and re.search(r"[(\[]\s?$", before) is not None)


def _is_postcode(digits: str, found: Candidate, sentence: str, words: FigureWords) -> bool:
    """ "10117 Berlin", "12, rue X, 75001 Paris", "1012 AB Amsterdam": digits without groups before a capital."""
    before, after = around(found.run, sentence)
    if not re.fullmatch(r"\d{4,6}", digits) or found.run.value % ROUND == 0:
        return False
    if len(digits) == 4:
        return re.match(r"\s[A-Z]{2}\s[A-Z]", after) is not None
    place = re.match(r"\s(?P<name>[^\W\d_]\w+)(?P<ends>\s?[,.)–-]|$)?", after)
    if place is None or not place["name"][0].isupper():
        return found.unit is None and re.search(r"(?:^|,\s?)$", before) is not None
    return (
        not words.things.nouns_have_capitals or place["ends"] is not None or re.search(r"\d,\s?$", before) is not None
    )
