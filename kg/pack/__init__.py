"""A pack folder in, its typed values out: classes, frames, roles, readings, units, rules, things."""
