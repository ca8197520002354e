"""What each line of a scraped text is for: ``recognition`` first, then ``evidence`` and ``model``."""
