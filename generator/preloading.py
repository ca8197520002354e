"""Importing this module loads what reading and analysing a first article loads: libraries, models, word lists.

The fork server of ``workers`` imports it once, so that every worker starts with all of it in memory; from then on
Ctrl-C is left to the program that started it. Nothing else imports this module.
"""

from __future__ import annotations

import signal

from generator.analysis.evidence import analyse
from generator.model import Source, Vocabulary
from generator.reading.article import read_article
from generator.settling import settle

# Any page and any text do: what matters is that every step of reading runs once.
WORDS = "The harbour is to grow by two hundred hectares by 12 May 2031, the authority said. " * 6
PAGE = f"<!doctype html><html lang=en><title>Harbour</title><body><h1>Harbour</h1><p>{WORDS}</p><p>{WORDS}</p>"

signal.signal(signal.SIGINT, signal.SIG_IGN)
for content in (PAGE, f"Harbour to grow\n\n{WORDS}\n"):
    analyse(read_article(Source("harbour", content.encode())), Vocabulary())
settle()
