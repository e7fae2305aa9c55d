"""The units that data write behind their numbers: what each is called, what it measures, and its factor."""

from __future__ import annotations

from kg.pack.pack import Unit, Words

#: Dimension -> lines of: spelling, factor, English names, Chinese names.
_TABLE: dict[str, tuple[tuple[str, float, str, str], ...]] = {
    "length": (
        ("mm", 0.001, "millimetre millimetres millimeter millimeters", "毫米"),
        ("cm", 0.01, "centimetre centimetres centimeter centimeters", "厘米"),
        ("m", 1.0, "metre metres meter meters", "米"),
        ("km", 1000.0, "kilometre kilometres kilometer kilometers", "公里 千米"),
        ("ft", 0.3048, "feet foot", "英尺"),
        ("mi", 1609.344, "mile miles", "英里"),
    ),
    "mass": (
        ("g", 0.001, "gram grams", "克"),
        ("kg", 1.0, "kilogram kilograms", "公斤 千克"),
        ("t", 1000.0, "tonne tonnes ton tons", "吨"),
        ("lb", 0.45359237, "pound pounds lbs", "磅"),
    ),
    "time": (
        ("s", 1.0, "second seconds sec", "秒"),
        ("min", 60.0, "minute minutes mins", "分钟"),
        ("h", 3600.0, "hour hours hr hrs", "小时"),
        ("d", 86400.0, "day days", "天"),
    ),
    "speed": (
        ("m/s", 1.0, "mps", "米/秒"),
        ("km/h", 1 / 3.6, "kmh kph", "公里/小时"),
        ("mph", 0.44704, "", "英里/小时"),
        ("kn", 1852 / 3600, "knot knots", "节"),
    ),
    "area": (
        ("m2", 1.0, "m² sqm", "平方米"),
        ("ha", 10000.0, "hectare hectares", "公顷"),
        ("km2", 1e6, "km² sqkm", "平方公里"),
    ),
    "power": (
        ("W", 1.0, "watt watts", "瓦"),
        ("kW", 1000.0, "kilowatt kilowatts", "千瓦"),
        ("MW", 1e6, "megawatt megawatts", "兆瓦"),
        ("GW", 1e9, "gigawatt gigawatts", "吉瓦"),
    ),
    "fraction": (("%", 1.0, "percent", "百分比"),),
}


def unit_of(spelling: str) -> Unit:
    """Return the unit of a spelling; one that is not known measures a dimension of its own."""
    return _KNOWN.get(spelling) or Unit(spelling, {"en": Words(spelling), "zh": Words(spelling)}, spelling, 1.0)


def _known() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for dimension, lines in _TABLE.items():
        for id, factor, english, chinese in lines:
            names = {
                "en": Words(id, tuple(english.split())),
                "zh": Words(chinese.split()[0], tuple(chinese.split()[1:])),
            }
            unit = Unit(id, names, dimension, factor)
            found.update(dict.fromkeys((id, *english.split(), *chinese.split()), unit))
    return found


_KNOWN = _known()
