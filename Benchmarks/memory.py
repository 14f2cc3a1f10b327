#!/usr/bin/env python3
"""Writes a translation memory of made-up sentences as TMX, and sentences to look up: lines that begin with = stand in the
memory, those with ~ are as an editor leaves such a one. Always the same for the same number.

usage: memory.py TMX QUERIES NUMBER
"""
import itertools
import random
import sys

CONSONANTS, VOWELS = "bcdfghklmnprstvw", "aeiou"
QUERIES = 400


def vocabulary(source, size=20_000):
    """Words of syllables, the common ones short, and how often each is said (Zipf's law)."""
    words = ["".join(source.choice(CONSONANTS) + source.choice(VOWELS)
                     for _ in range(1 + source.randrange(2 if rank < 60 else 4))) + source.choice(["", "", "n", "s", "r"])
             for rank in range(size)]
    return words, list(itertools.accumulate(1 / (rank + 3) for rank in range(size)))


def edited(words, source, pick):
    words = list(words)
    for _ in range(source.randint(1, max(1, len(words) // 5))):
        at = source.randrange(len(words))
        words[at:at + source.randrange(2)] = pick(source.randrange(2))
    return words


def main():
    tmx, queries, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
    source = random.Random(number)
    words, weights = vocabulary(source)

    def pick(count):
        return source.choices(words, cum_weights=weights, k=count)
    asked = set(source.sample(range(number), min(number, QUERIES)))
    with open(tmx, "w", encoding="utf-8") as memory, open(queries, "w", encoding="utf-8") as lines:
        memory.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" '
                     'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>'
                     '\n<body>\n')
        for index in range(number):
            sentence = pick(source.randint(5, 22))
            if source.randrange(4) == 0:
                sentence.insert(source.randrange(len(sentence)), str(source.randrange(1, 3000)))
            text = " ".join(sentence).capitalize() + "."
            memory.write(f'<tu><tuv xml:lang="en"><seg>{text}</seg></tuv>'
                         f'<tuv xml:lang="ru"><seg>Перевод {index}: {text}</seg></tuv></tu>\n')
            if index in asked:
                lines.write(f"={text}\n~{' '.join(edited(sentence, source, pick)).capitalize()}.\n")
        memory.write("</body></tmx>\n")


if __name__ == "__main__":
    main()
