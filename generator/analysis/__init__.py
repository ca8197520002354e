"""``Article`` → ``Evidence``: what each sentence says about themes, time, figures and actors, and why.

In order: ``analyst`` goes through all articles, ``evidence`` through one; each part has a ``recognition`` to begin
with: ``themes``, ``time``, ``figures``, ``actors``. What several articles say of one thing is compared in
``agreement``. ``language`` holds what all parts need: lemmas, compounds, meaning.
"""
