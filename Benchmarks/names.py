#!/usr/bin/env python3
"""Writes a glossary of made-up names in English, Russian and Kazakh, and a text in Russian and one in Kazakh that hold
some of them; always the same for the same number.

usage: names.py FOLDER NUMBER
"""
import os
import random
import sys

ROOTS = ["Жұм", "Сәр", "Нұр", "Дос", "Ерм", "Тоқ", "Бай", "Мұх", "Ғал", "Қан", "Темір", "Ораз", "Шәк", "Жан", "Есен", "Құл",
         "Мыр", "Сейт", "Тұр", "Үмб", "Кәр", "Дәр"]
MIDDLES = ["ба", "ға", "лы", "та", "ма", "ры", "не", "ке", "до", "са", "ші", "гү", "жа", "ны", "ра", "йы"]
ENDINGS = {"person": ["ев", "ов", "баев", "беков", "ин"], "place": ["тау", "көл", "өзек", "бұлақ", "сай", "кент"]}
GIVEN = ["Серік", "Нұрлан", "Айдар", "Ержан", "Дәулет", "Бақыт"]
TO_RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮІ", "агкноуухиАГКНОУУИ")
LATIN = dict(zip("абвгдежзийклмнопрстуфхцчшщыэюя", "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh sh y e yu ya".split()))
RUSSIAN = ["Вчера в городе обсудили планы на год, и {} с ними согласился.", "Цены на зерно выросли, отметили в акимате.",
           "Дорога откроется осенью, на месяц позже срока.", "Слово взял {}: по его словам, работы идут без задержек."]
KAZAKH = ["Кеше қалада жыл жоспары талқыланды, оған {} келісті.", "Астық бағасы өсті, деп хабарлады әкімдік.",
          "Жол күзде, мерзімінен бір ай кеш ашылады.", "Сөзді {} алды: оның айтуынша, жұмыс кідіріссіз жүріп жатыр."]


def latin(word):
    return "".join(LATIN.get(letter, letter) for letter in word.translate(TO_RUSSIAN).lower()).capitalize()


def entries(number, source):
    """Kind and Kazakh name of each entry."""
    seen = set()
    while len(seen) < number:
        kind = "place" if len(seen) % 3 == 0 else "person"
        middle = "".join(source.choices(MIDDLES, k=source.choice([1, 2, 2])))
        name = source.choice(ROOTS) + middle + source.choice(ENDINGS[kind])
        if kind == "person":
            name = source.choice(GIVEN) + " " + name
        if name not in seen:
            seen.add(name)
            yield kind, name


def main():
    folder, number = sys.argv[1], int(sys.argv[2])
    source = random.Random(number)
    os.makedirs(folder, exist_ok=True)
    names = list(entries(number, source))
    with open(os.path.join(folder, "names.yaml"), "w", encoding="utf-8") as file:
        file.write("concepts:\n")
        for index, (kind, name) in enumerate(names):
            english = " ".join(map(latin, name.split()))
            gender = ", gender: masculine" if kind == "person" else ""
            file.write(f"  - id: n{index}\n    kind: {kind}\n    source: made up\n    en: {english}\n"
                       f"    ru: {{term: {name.translate(TO_RUSSIAN)}{gender}}}\n    kk: {name}\n")
    for language, sentences in ("ru", RUSSIAN), ("kk", KAZAKH):
        with open(os.path.join(folder, language), "w", encoding="utf-8") as file:
            for _ in range(20000):
                name = source.choice(names)[1]
                file.write(source.choice(sentences).format(name.translate(TO_RUSSIAN) if language == "ru" else name) + "\n")


if __name__ == "__main__":
    main()
