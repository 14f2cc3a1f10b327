"""Opens an XLIFF, translates every segment and saves it, as Weblate's engine does; opens a TMX and saves what it read.

usage: translate-toolkit.py IN OUT
"""

import sys

from translate.storage import tmx, xliff, xliff2


def main() -> None:
    source, output = sys.argv[1:3]
    if source.endswith(".tmx"):
        memory = tmx.tmxfile(sourcelanguage="en", targetlanguage="kk")
        for unit in tmx.tmxfile.parsefile(source).units:
            memory.addtranslation(str(unit.source), "en", str(unit.target), "kk")
        memory.savefile(output)
        return
    with open(source, "rb") as file:
        is_two = b"xliff:document:2" in file.read(2000)
    store = (xliff2.Xliff2File if is_two else xliff.Xliff1File).parsefile(source)
    units = [unit for unit in store.units if unit.istranslatable()]
    for unit in units:
        unit.target = f"Ә {unit.source}"
    store.savefile(output)
    print(len(units))


main()
