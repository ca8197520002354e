"""``sources/`` as an editor wrote it → ``Project``: validated, all mistakes together, each with file and line.

Everything but articles is optional: a folder of articles is enough. The editor's files are only ever read.
"""

from generator.project.loading import Project, load_project

__all__ = ["Project", "load_project"]
