"""``dossier serve`` says of each build what is new or gone since the one before, not everything again."""

from __future__ import annotations

from generator.cli.changes import Changes, of_lines, of_problems
from generator.errors import ContentProblem, Place


def problem(line: int, fact: str) -> ContentProblem:
    return ContentProblem(Place("sources/briefings/energy.yml", line), fact, "do it otherwise")


def test_what_is_new_and_what_is_gone_is_told_and_the_rest_is_counted() -> None:
    changes = Changes()
    wrong = [problem(3, "a quote is wrong"), problem(9, "another is wrong")]
    assert list(changes.told(of_problems(wrong))) == [str(one) for one in wrong]
    moved = [problem(4, "a quote is wrong"), problem(12, "a third is wrong")]
    assert list(changes.told(of_problems(moved))) == [
        "sources/briefings/energy.yml:12: a third is wrong\n    do it otherwise",
        "no longer: sources/briefings/energy.yml: another is wrong",
        "1 message as before",
    ]
    assert list(changes.told(())) == [
        "no longer: sources/briefings/energy.yml: a quote is wrong",
        "no longer: sources/briefings/energy.yml: a third is wrong",
    ]


def test_hundreds_of_articles_that_are_left_out_are_told_once() -> None:
    changes = Changes()
    lines = [f"left out: sources/articles/{number}.txt: is empty\n    save it again" for number in range(300)]
    assert len(list(changes.told(of_lines(lines)))) == 300
    assert list(changes.told(of_lines(lines))) == ["300 messages as before"]
    assert len(list(changes.told(of_lines(lines[:100])))) <= 7
