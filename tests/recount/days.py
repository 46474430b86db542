"""Days, ages and windows, by the rules of the published definitions."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

EXCEL_DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True)
class Window:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def has(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def overlaps(self, begins: date, ends: date | None) -> bool:
        """Whether a stretch, both days included and open without an end, shares a day with the window."""
        return begins <= self.last and (ends is None or ends >= self.first)


def read_day(text: str) -> date | None:
    """A day written as DD/MM/YYYY, as an ISO date or as a workbook's day number; None for a blank."""
    text = text.strip()
    if not text:
        return None
    if "/" in text:
        day, month, year = (int(part) for part in text.split("/"))
        return date(year, month, day)
    if "-" in text:
        return date.fromisoformat(text[:10])
    return EXCEL_DAY_ZERO + timedelta(days=int(float(text)))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last_of_month = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last_of_month))


def age_on(born: date, day: date) -> int:
    """Age in whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_quarter_end(day: date) -> bool:
    return day.month % 3 == 0 and (day + timedelta(days=1)).day == 1


def start_window(last: date, months: int) -> date:
    """The first day of the window of so many months that ends on a quarter's last day."""
    first_of_last_month = last.replace(day=1)
    return add_months(first_of_last_month, 1 - months)


def list_quarters(window: Window) -> list[Window]:
    """The calendar quarters of a window that starts and ends with one."""
    quarters = []
    first = window.first
    while first <= window.last:
        following = add_months(first, 3)
        quarters.append(Window(first, following - timedelta(days=1)))
        first = following
    return quarters
