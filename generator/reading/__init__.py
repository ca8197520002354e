"""Files → ``Article``s: text, lines with what each is for, paragraphs, sentences, metadata with its origin.

In order: ``corpus`` reads the folder, ``article`` makes one article, ``formats`` chooses who reads its file. The
readers stand in ``decoding`` (bytes), ``documents`` (plain text, Markdown, PDF, Word) and ``pages`` (saved web
pages); what the lines of a plain text are for is told in ``lines``, what its head says in ``heads``. What both look for
stands in ``phrases`` (words of a language) and ``marks`` (signs of any). All of them give a ``Rendition``.
"""
