"""What each line of a scraped text is for: ``recognition`` first, then ``evidence`` and ``model``.

What stands around a line may change the verdict: ``neighbourhood`` speaks for a line, ``speaking_against`` against it,
``second_articles`` and ``strange_sentences`` find what is of another article.
"""
