"""What an editor has at hand → articles of the project: files, folders, web archives, addresses and feeds.

Each article is copied byte for byte into ``sources/articles``, under a telling name, with a sidecar beside it that says
what the file does not. Nothing that is there is ever changed. ``adder`` tells the story.
"""

from generator.adding.adder import Request, add
from generator.adding.outcome import Added, AlreadyThere, LeftOut, Outcome

__all__ = ["Added", "AlreadyThere", "LeftOut", "Outcome", "Request", "add"]
