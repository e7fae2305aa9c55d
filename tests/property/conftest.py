"""The long profile: ``pytest tests/property --hypothesis-profile=long``."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "long", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
