#!/usr/bin/python3
"""Writes calendar_table.cpp: the Umm al-Qura calendar, as the installed ICU has it.

usage: calendar_table.py >calendar_table.cpp

Run at development time only; parley reads the table, never ICU. Takes ICU's C interface by ctypes.
"""

import ctypes
import ctypes.util
import re

FIRST, LAST = 1300, 1500
YEAR, MONTH, DAY_OF_MONTH = 1, 2, 5  # UCalendarDateFields


def icu():
    """ICU's library, and the version that its function names end in."""
    name = ctypes.util.find_library("icui18n")
    return ctypes.CDLL(name), re.search(r"\.so\.(\d+)", name).group(1)


def starts():
    """Days since 1970-01-01 of the first day of each month, and of the first after the last."""
    library, version = icu()

    def function(name, result, *arguments):
        found = library[f"{name}_{version}"]
        found.restype, found.argtypes = result, arguments
        return found

    error = ctypes.c_int(0)
    at = ctypes.byref(error)
    pointer = ctypes.c_void_p
    utc = "Etc/UTC".encode("utf-16-le") + b"\0\0"
    calendar = function("ucal_open", pointer, pointer, ctypes.c_int, ctypes.c_char_p, ctypes.c_int,
                        pointer)(utc, -1, b"ar@calendar=islamic-umalqura", 0, at)
    clear = function("ucal_clear", None, pointer)
    set_field = function("ucal_set", None, pointer, ctypes.c_int, ctypes.c_int)
    millis = function("ucal_getMillis", ctypes.c_double, pointer, pointer)
    days = []
    for month in range((LAST - FIRST + 1) * 12 + 1):
        clear(calendar)
        set_field(calendar, YEAR, FIRST + month // 12)
        set_field(calendar, MONTH, month % 12)
        set_field(calendar, DAY_OF_MONTH, 1)
        day = millis(calendar, at) / 86_400_000
        assert error.value <= 0 and day == int(day)
        days.append(int(day))
    return days, version


def main():
    days, version = starts()
    print(f"""// Made by calendar_table.py from ICU {version}; do not edit.
#include "text/calendar_table.hpp"

namespace parley::text {{

// clang-format off
const UmmAlQuraYear kUmmAlQura[] = {{""")
    for year in range(FIRST, LAST + 1):
        at = (year - FIRST) * 12
        lengths = [days[at + i + 1] - days[at + i] for i in range(12)]
        assert set(lengths) <= {29, 30}
        mask = sum(1 << i for i, length in enumerate(lengths) if length == 30)
        print(f"    {{{days[at]}, {mask:#05x}}},  // {year}")
    print("""};
// clang-format on

}  // namespace parley::text""")


main()
