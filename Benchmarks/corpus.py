#!/usr/bin/env python3
"""Writes a corpus of made-up news articles, always the same one for the same number.

usage: corpus.py FOLDER NUMBER
"""
import os
import random
import sys

PEOPLE = ["Alma Berikova", "Daulet Omarov", "Laura Hastings", "Viktor Lebedev", "Sanzhar Kuat", "Mira Tolegen"]
PLACES = ["Aksu", "Balkhash", "Petropavl", "Ridder", "Saryagash", "Zaysan", "Ulken", "Kokshetau"]
BODIES = ["the city council", "the Ministry of Transport", "the grain union", "the rail operator", "the water board"]
THINGS = ["barley", "rolling stock", "sunflower oil", "school buses", "pipes", "medicines", "seedlings"]
TEMPLATES = [
    "{person} opened a new depot near {place} on Monday, a year later than planned.",
    "According to {body}, {number} tons of {thing} went through {place} last month.",
    "“We asked for {thing}, and we were sent {thing2},” {person} told reporters in {place}.",
    "The contract is worth ${small}.{digit} million, about a third of what {body} spent in 2023.",
    "Dr. {surname} said at 4 p.m. that nobody had been hurt.",
    "{body_upper} expects the line from {place} to {place2} to carry {number} passengers a year.",
    "Prices of {thing} rose by {small}.{digit}% in {place}, and those of {thing2} fell.",
    "Why was the bridge closed? “It was never open,” {person} answered.",
    "The U.S. firm behind the project has left the question to {body}.",
    "Mr. {surname}, who grew up in {place}, has led {body} since 2019.",
]


def sentence(source):
    person, other = source.choice(PEOPLE), source.choice(PEOPLE)
    body = source.choice(BODIES)
    thing, second = source.sample(THINGS, 2)
    place, place2 = source.sample(PLACES, 2)
    return source.choice(TEMPLATES).format(
        person=person, surname=other.split()[1], body=body, body_upper=body[0].upper() + body[1:], thing=thing,
        thing2=second, place=place, place2=place2, number=f"{source.randrange(1, 900)},{source.randrange(1000):03}",
        small=source.randrange(1, 60), digit=source.randrange(10))


def article(source):
    lines = [sentence(source).rstrip("."), "Photo: " + source.choice(PEOPLE)]
    while sum(map(len, lines)) < 2100:
        lines.append(" ".join(sentence(source) for _ in range(source.randrange(1, 5))))
    return "\n".join(lines) + "\n"


def main():
    folder, number = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    for index in range(number):
        # A source of its own for each, so that a small corpus is the beginning of a large one.
        with open(os.path.join(folder, f"{index:05}.txt"), "w", encoding="utf-8") as file:
            file.write(article(random.Random(index)))


if __name__ == "__main__":
    main()
