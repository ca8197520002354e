"""How well the program reads and understands, measured against gold in files that are no part of the project.

``measuring`` first: it runs every measurement for which a folder of gold has material. Each of the others is one
measurement and says its definition in words, which follows the scorer of its gold; ``measures`` counts.
"""

from generator.evaluation.measures import Score
from generator.evaluation.measuring import evaluate, save, unmeasured

__all__ = ["Score", "evaluate", "save", "unmeasured"]
