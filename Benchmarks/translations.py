#!/usr/bin/env python3
"""Writes an XLIFF of made-up news sentences in English with their Russian translations, always the same one for the
same number: names that the glossary has and others, figures, dates, quotations and who said them.

usage: translations.py FILE NUMBER
"""
import random
import sys
from xml.sax.saxutils import escape

# In English; in Russian in the nominative and the genitive. Most are in Glossaries/kazakhstan.yaml.
PEOPLE = [("Serik Zhumangarin", "Серик Жумангарин", "Серика Жумангарина"),
          ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев", "Касым-Жомарта Токаева"),
          ("Aibek Smadiyarov", "Айбек Смадияров", "Айбека Смадиярова"),
          ("Daulet Omarov", "Даулет Омаров", "Даулета Омарова"),
          ("Viktor Lebedev", "Виктор Лебедев", "Виктора Лебедева"),
          ("Lawrence Warrender", "Лоуренс Уоррендер", "Лоуренса Уоррендера")]
PLACES = [("Astana", "Астана", "Астаны"), ("Almaty", "Алматы", "Алматы"), ("Kazakhstan", "Казахстан", "Казахстана"),
          ("Balkhash", "Балхаш", "Балхаша"), ("Petropavl", "Петропавловск", "Петропавловска"), ("Ridder", "Риддер", "Риддера")]
BODIES = [("Kazatomprom", "Казатомпром", "Казатомпрома"), ("Samruk-Kazyna", "Самрук-Казына", "Самрук-Казына"),
          ("the grain union", "зерновой союз", "зернового союза"), ("the city council", "городской совет", "городского совета")]
THINGS = [("barley", "ячмень", "ячменя"), ("steel pipes", "стальные трубы", "стальных труб"),
          ("medicines", "лекарства", "лекарств"), ("seedlings", "саженцы", "саженцев")]
TEMPLATES = [
    ("{person} opened a new depot near {place}, {months} months later than planned.",
     "{person_n} открыл новое депо возле {place_g} на {months} месяцев позже срока."),
    ("According to {body}, {number} tons of {thing} left {place} last month.",
     "По данным {body_g}, в прошлом месяце из {place_g} вывезли {number_ru} тонн {thing_g}."),
    ("“We asked for {thing}, and they came late,” {person} told reporters in {place}.",
     "«Мы просили {thing_n}, и привезли их поздно», — сказал {person_n} журналистам из {place_g}."),
    ("The contract is worth ${months}.{digit} million, about a third of what {body} spent in 2023.",
     "Контракт стоит {months},{digit} млн долларов — около трети того, что потратил {body_n} в 2023 году."),
    ("Prices of {thing} rose by {months}.{digit}% near {place}, and nobody knew why.",
     "Цены на {thing_n} возле {place_g} выросли на {months},{digit}%, и никто не знал почему."),
    ("“The bridge near {place} was never open,” said {person}, who met {other} on March {months}.",
     "«Мост возле {place_g} никогда не был открыт», — сказал {person_n}, который {months} марта встретил {other_g}."),
    ("The agreement between {body} and the port of {place} is published at https://example.org/{number_plain}.",
     "Соглашение {body_g} и порта {place_g} опубликовано на https://example.org/{number_plain}."),
    ("Nobody was hurt when the roof of the old warehouse came down during the night, officials said.",
     "Никто не пострадал, когда ночью обрушилась крыша старого склада, сообщили чиновники."),
]


def sentences(source):
    (person, person_n, _), (other, _, other_g) = source.sample(PEOPLE, 2)
    place, place_n, place_g = source.choice(PLACES)
    body, body_n, body_g = source.choice(BODIES)
    thing, thing_n, thing_g = source.choice(THINGS)
    thousands, rest = source.randrange(2, 900), source.randrange(1000)
    facts = dict(person=person, person_n=person_n, other=other, other_g=other_g, place=place, place_n=place_n,
                 place_g=place_g, body=body, body_n=body_n, body_g=body_g, thing=thing, thing_n=thing_n,
                 thing_g=thing_g, number=f"{thousands},{rest:03}", number_ru=f"{thousands}\u00a0{rest:03}",
                 number_plain=thousands * 1000 + rest, months=source.randrange(5, 21), digit=source.randrange(1, 10))
    return [text.format(**facts) for text in source.choice(TEMPLATES)]


def main():
    path, number = sys.argv[1], int(sys.argv[2])
    source = random.Random(number)
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                   '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
                   '<file original="news.txt" source-language="en" target-language="ru" datatype="plaintext">\n<body>\n')
        for index in range(number):
            english, russian = sentences(source)
            file.write(f'<trans-unit id="u{index}"><source>{escape(english)}</source>'
                       f'<target state="translated">{escape(russian)}</target></trans-unit>\n')
        file.write("</body>\n</file>\n</xliff>\n")


if __name__ == "__main__":
    main()
