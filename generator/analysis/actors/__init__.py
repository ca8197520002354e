"""People, organisations and places, what they are called and what they say: ``recognition`` first."""
