"""Opens an XLIFF, translates every segment and saves it, as Weblate's engine does: translate-toolkit.py IN OUT."""

import sys

from translate.storage import xliff, xliff2


def main() -> None:
    source, output = sys.argv[1:3]
    with open(source, "rb") as file:
        is_two = b"xliff:document:2" in file.read(2000)
    store = (xliff2.Xliff2File if is_two else xliff.Xliff1File).parsefile(source)
    units = [unit for unit in store.units if unit.istranslatable()]
    for unit in units:
        unit.target = f"Ә {unit.source}"
    store.savefile(output)
    print(len(units))


main()
