"""Hypothesis profiles, chosen by HYPOTHESIS_PROFILE or --hypothesis-profile."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("default", max_examples=50, deadline=None, print_blob=True)
# The same examples on every run: a failure there is due to the change that it checks.
settings.register_profile("ci", settings.get_profile("default"), max_examples=200, derandomize=True)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
