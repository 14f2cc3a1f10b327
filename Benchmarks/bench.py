#!/usr/bin/env python3
"""Measures l10n beside its limits, in one run: what it does, and what the machine can do at best.

What runs on one thread is measured by the time that processors spent on it, the system's included, so that the figures
of a busy machine can be compared; all else by the clock.

usage: bench.py [--articles N] [--work FOLDER] BINARY
"""
import argparse
import collections
import os
import platform
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPEATS = 3
# A file system in memory, where the disk and who else uses it don't count; used where it has the room.
MEMORY = "/dev/shm/"
# The formats with markup that the given generator writes, by the endings that translate-toolkit's programs name too.
MARKUP = {"md": "Markdown", "html": "HTML"}
TOOLKIT = ["txt2po", "po2xliff", "xliff2po", "po2txt"]
GLOSSARY = os.path.join(HERE, "../Glossaries/kazakhstan.yaml")

# What a run took: seconds by the clock, seconds on a processor, MiB at the peak.
Run = collections.namedtuple("Run", "clock busy memory")


class Failed(Exception):
    """A part that could not be measured, with the reason."""


class Bench:
    def __init__(self, binary, articles, work):
        self.l10n, self.articles, self.work = os.path.abspath(binary), articles, work
        self.rows = []
        self.serial = 0

    # What is measured with

    def path(self, name):
        return os.path.join(self.work, name)

    def fresh(self):
        """A path where nothing is yet: writing over equal files would be skipped, and measured as nothing."""
        self.serial += 1
        return self.path(f"out{self.serial}")

    def compile(self, name, *libraries):
        flags = []
        if libraries:
            flags = shlex.split(output(["pkg-config", "--cflags", "--libs", *libraries]))
        output([shutil.which("cc") or "clang", "-O2", "-o", self.path(name), os.path.join(HERE, name + ".c"), *flags])

    def run(self, *words, runs=1):
        """Runs a program and gives what each run took."""
        lines = output([self.path("measure"), str(runs), *words]).split("\n")
        results = [line.split() for line in lines if line]
        for *_, status in results:
            if status != "0":
                raise Failed(f"{os.path.basename(words[0])} {words[1] if len(words) > 1 else ''}: status {status}")
        return [Run(float(clock), float(busy), int(memory) / 1024) for clock, busy, memory, _ in results]

    def busy(self, *words):
        """The seconds that processors spent on one run."""
        return self.run(*words)[0].busy

    def discard(self, folder):
        # For seconds after thousands of files went away, ext4 makes new ones at a fifth of its speed.
        if self.work.startswith(MEMORY):
            shutil.rmtree(folder, ignore_errors=True)

    # The table

    def row(self, what, measure, beside=None, unit="", note="", digits=0):
        """Adds a row; `measure` and `beside` give figures of which more is better, or less where unit says so."""
        def figures(part):
            try:
                return part(), None
            except (Failed, OSError, subprocess.SubprocessError) as reason:
                return None, str(reason)
        ours, reason = figures(measure)
        other, other_reason = figures(beside) if beside else (None, None)
        less_is_better = unit in ("ms", "MiB")
        best = min if less_is_better else max
        cells = [what]
        for values in (ours, other):
            if values:
                cells += [f"{best(values):,.{digits}f}", f"{statistics.median(values):,.{digits}f}"]
            else:
                cells += ["-", "-"]
        ratio = f"{best(ours) / best(other):.2f}" if ours and other and best(other) > 0 else "-"
        reasons = [f"not measured: {why}" for why in (reason, other_reason) if why]
        cells += [unit, ratio, "; ".join(part for part in (note, *reasons) if part)]
        self.rows.append(cells)
        print(f"  {what} …", file=sys.stderr)

    def unmeasured(self, what, reason):
        """Adds a row without figures, for what could not even be begun."""
        self.rows.append([what, "-", "-", "-", "-", "", "-", f"not measured: {reason}"])
        print(f"  {what}: {reason}", file=sys.stderr)

    def part(self, what, measure):
        """Adds the rows of a part; where it stops, a row says why, and the next part goes on."""
        try:
            measure()
        except (Failed, OSError, subprocess.SubprocessError) as reason:
            self.unmeasured(what, reason)

    def table(self):
        head = ["", "ours", "median", "beside", "median", "", "ratio", "beside is"]
        lines = [head] + self.rows
        widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
        for line in lines:
            cells = [line[0].ljust(widths[0])]
            cells += [line[column].rjust(widths[column]) for column in range(1, 5)]
            cells += [line[5].ljust(widths[5]), line[6].rjust(widths[6]), line[7]]
            print("  ".join(cells).rstrip())

    # The parts

    def corpus(self):
        """The articles, and all their text in one file; a tenth of them in a folder of its own."""
        shared = os.environ.get("L10N_SHARED", "")
        generator, seed = os.path.join(shared, "peers/make_corpus.py"), os.path.join(shared, "article/orda-aid.txt")
        articles = self.path("articles")
        if shared and os.path.exists(generator) and os.path.exists(seed):
            formats = "txt," + ",".join(MARKUP)
            output([sys.executable, generator, seed, self.path("corpus"), str(self.articles), "--formats", formats])
            os.rename(self.path("corpus/txt"), articles)
            origin = "the given generator"
        else:
            output([sys.executable, os.path.join(HERE, "corpus.py"), articles, str(self.articles)])
            origin = "our own generator"
        os.mkdir(self.path("few"))
        names = sorted(os.listdir(articles))
        with open(self.path("text"), "wb") as text:
            for index, name in enumerate(names):
                with open(os.path.join(articles, name), "rb") as file:
                    text.write(file.read().rstrip(b"\n") + b"\n")
                if index < max(1, self.articles // 10):
                    shutil.copy(os.path.join(articles, name), self.path("few"))
        self.one = os.path.join(articles, names[0])
        self.size = os.path.getsize(self.path("text")) / 1e6
        return origin

    def rates(self, *words, cores="one"):
        """Articles a second of a command that writes into a new folder each time, on one core or all."""
        result = []
        for _ in range(REPEATS):
            target = self.fresh()
            jobs = ("--jobs", "1") if cores == "one" else ()
            run, = self.run(self.l10n, *words, "--quiet", "--no-config", *jobs, "-o", target + "/")
            result.append(self.articles / (run.busy if cores == "one" else run.clock))
            self.discard(target)
        return result

    def copy_rates(self, read, like, cores):
        result = []
        for _ in range(REPEATS):
            target = self.fresh()
            clock, busy = map(float, output([self.path("copy"), read, like, target]).split())
            result.append(self.articles / (busy if cores == "one" else clock))
            self.discard(target)
        return result

    def extract(self, source, target):
        self.run(self.l10n, "extract", source, "--from", "en", "--to", "kk", "--quiet", "--no-config", "-o", target + "/")
        self.run(self.l10n, "pseudo", "--locale", "source", "--quiet", "--no-config", target + "/")

    def merge_words(self, translations, source):
        return ["merge", translations, "--source-root", source, "--allow-source-copies"]

    def batch(self):
        articles, xliff, merged = self.path("articles"), self.path("xliff"), self.path("merged")
        extract_words = ["extract", articles, "--from", "en", "--to", "kk"]
        self.extract(articles, xliff)
        self.run(self.l10n, *self.merge_words(xliff, articles), "--quiet", "--no-config", "-o", merged + "/")
        merge_words = self.merge_words(xliff, articles)
        note = "C: reads and writes the same bytes"
        for cores, label in (("one", "one thread"), ("all", "all cores")):
            self.row(f"extract, {label}", lambda: self.rates(*extract_words, cores=cores),
                     lambda: self.copy_rates(articles, xliff, cores), "articles/s", note)
            self.row(f"merge, {label}", lambda: self.rates(*merge_words, cores=cores),
                     lambda: self.copy_rates(xliff, merged, cores), "articles/s", note)
        self.part("peak memory", self.memory)
        self.part("check and validate", self.reading)
        self.peer(extract_words, merge_words)

    def reading(self):
        """The commands that report on XLIFF, on a tenth of the articles."""
        xliff = self.path("few-xliff")
        files = [os.path.join(folder, name) for folder, _, names in os.walk(xliff) for name in names]

        def rate(*words):
            command = [self.l10n, *words, "--quiet", "--no-config", "--jobs", "1", "--fail-on", "never"]
            return lambda: [len(files) / self.busy(*command)]
        names = ["check", xliff, "--glossary", GLOSSARY, "--select", "term-missing,term-variant"]
        self.row("check, names alone, one thread", rate(*names), unit="articles/s")
        self.row("check, one thread", rate("check", xliff, "--glossary", GLOSSARY), unit="articles/s")

        def xmllint():
            return [len(files) / self.busy("xmllint", "--noout", "--nonet", *files)]
        self.row("validate, one thread", rate("validate", xliff), xmllint, "articles/s", "xmllint: is it well-formed")

    def checks(self):
        """Every rule with the shipped glossary on translated sentences, in one document."""
        segments = 10000
        document = self.path("translations.xlf")
        output([sys.executable, os.path.join(HERE, "translations.py"), document, str(segments)])
        words = [self.l10n, "check", document, "--glossary", GLOSSARY, "--no-config", "--jobs", "1", "--fail-on", "never"]
        self.row(f"check, {segments:,} segments, one thread",
                 lambda: [run.busy * 1000 for run in self.run(*words, runs=REPEATS)], lambda: [500], "ms", "the limit")

    def memory(self):
        few, few_xliff = self.path("few"), self.path("few-xliff")
        count = len(os.listdir(few))
        self.extract(few, few_xliff)

        def peak(*words):
            def measure():
                peaks = []
                for _ in range(REPEATS):
                    target = self.fresh()
                    peaks.append(self.run(self.l10n, *words, "--quiet", "--no-config", "-o", target + "/")[0].memory)
                    self.discard(target)
                return peaks
            return measure
        note = f"{count:,} articles"
        self.row(f"extract, peak memory, {self.articles:,}",
                 peak("extract", self.path("articles"), "--from", "en", "--to", "kk"),
                 peak("extract", few, "--from", "en", "--to", "kk"), "MiB", note, 1)
        self.row(f"merge, peak memory, {self.articles:,}",
                 peak(*self.merge_words(self.path("xliff"), self.path("articles"))),
                 peak(*self.merge_words(few_xliff, few)), "MiB", note, 1)

    def peer(self, extract_words, merge_words):
        """Extract and merge together beside the four steps of translate-toolkit, targets equal to sources in both."""
        def ours():
            both = zip(self.rates(*extract_words), self.rates(*merge_words))
            return [1 / (1 / extract + 1 / merge) for extract, merge in both]

        def theirs():
            missing = [tool for tool in TOOLKIT if not shutil.which(tool)]
            if missing:
                raise Failed("translate-toolkit is not installed (pip install translate-toolkit)")
            articles = self.path("articles")
            steps = [self.path(name) for name in ("po", "po-xliff", "po-back", "text-back")]
            taken = self.busy("txt2po", "--progress=none", articles, steps[0])
            taken += self.busy("po2xliff", "--progress=none", steps[0], steps[1])
            fill_targets(steps[1])
            taken += self.busy("xliff2po", "--progress=none", steps[1], steps[2])
            taken += self.busy("po2txt", "--progress=none", "-t", articles, steps[2], steps[3])
            if len(os.listdir(steps[3])) != self.articles:
                raise Failed("translate-toolkit wrote too few files")
            return [self.articles / taken]
        self.row("extract + merge, one thread", ours, theirs, "articles/s", "translate-toolkit's four steps, run once")

    def markup(self):
        """Extract and merge of the formats with markup beside translate-toolkit's two steps for each."""
        for ending, name in MARKUP.items():
            articles, xliff = self.path(f"corpus/{ending}"), self.path(f"xliff-{ending}")
            if not os.path.isdir(articles):
                self.unmeasured(name, "only the given generator writes such articles (L10N_SHARED)")
                continue
            words = ["extract", articles, "--from", "en", "--to", "kk"], self.merge_words(xliff, articles)

            def ours():
                self.extract(articles, xliff)
                rates = [self.rates(*step) for step in words]
                return [1 / sum(1 / rate for rate in both) for both in zip(*rates)]

            def theirs():
                steps = [f"{ending}2po", f"po2{ending}"]
                if not all(shutil.which(tool) for tool in steps):
                    raise Failed("translate-toolkit is not installed (pip install 'translate-toolkit[markdown]')")
                catalogs, back = self.fresh(), self.fresh()
                # An empty translation is written as its source, as ours are.
                taken = self.busy(steps[0], "--progress=none", articles, catalogs)
                taken += self.busy(steps[1], "--progress=none", "-t", articles, catalogs, back)
                if len(os.listdir(back)) != self.articles:
                    raise Failed("translate-toolkit wrote too few files")
                return [self.articles / taken]
            self.row(f"{name}: extract + merge, one thread", ours, theirs, "articles/s",
                     "translate-toolkit's two steps, run once")

    def sentences(self):
        def rate(*words):
            return lambda: [self.size / run.busy for run in self.run(*words, runs=REPEATS)]
        self.row("segment, one thread", rate(self.l10n, "segment", self.path("text"), "--lang", "en", "--no-config"),
                 rate(self.path("sentences"), self.path("text"), "en"), "MB/s", "C: ICU's iterator, and writing")
        stages = output([os.path.join(os.path.dirname(self.l10n), "segmenting"), self.path("text"), "en"])
        for stage, milliseconds in (line.split() for line in stages.splitlines()):
            self.row(f"segment: {stage}", lambda: [float(milliseconds)], None, "ms", f"CPU time, {self.size:.1f} MB", 1)

    def names(self):
        """Glossaries of made-up names: ready, in memory, and looked for in a text that holds one in every 200 bytes."""
        program = os.path.join(os.path.dirname(self.l10n), "matching")
        few, many = self.path("names"), self.path("names-many")
        for folder, number in ((few, 1000), (many, 20000)):
            output([sys.executable, os.path.join(HERE, "names.py"), folder, str(number)])

        def limit(value):
            return lambda: [value]

        def ready(folder, *languages):
            words = [program, os.path.join(folder, "names.yaml"), *languages]
            return lambda: [float(output(words).split()[1]) for _ in range(REPEATS)]
        self.row("1,000 names in two languages, ready", ready(few, "ru", "kk"), limit(50), "ms", "the limit", 1)
        self.row("20,000 in three, ready", ready(many, "en", "ru", "kk"), limit(500), "ms", "the limit", 1)

        def memory():
            words = [program, os.path.join(many, "names.yaml"), "en", "ru", "kk"]
            return [run.memory for run in self.run(*words, runs=REPEATS)]
        self.row("20,000 in three, peak memory", memory, limit(50), "MiB", "the limit", 1)
        for language in ("ru", "kk"):
            words = [program, os.path.join(few, "names.yaml"), f"{language}={os.path.join(few, language)}"]
            self.row(f"matching {language}, 1,000 names",
                     lambda: [float(output(words).split("\n")[1].split()[1]) for _ in range(REPEATS)],
                     limit(150), "MB/s", "the limit")

    def remembered(self, segments=100_000):
        """A translation memory: filled, and looked into, the same texts and like ones."""
        tmx, queries, memory = self.path("memory.tmx"), self.path("memory-queries"), self.path("memory.sqlite")
        output([sys.executable, os.path.join(HERE, "memory.py"), tmx, queries, str(segments)])

        def filled():
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(memory + ending):
                    os.remove(memory + ending)
            return segments / self.busy(self.l10n, "memory", "import", tmx, "--memory", memory, "--quiet", "--no-config")
        self.row(f"memory, import of {segments:,}", lambda: [filled() for _ in range(REPEATS)], lambda: [50_000],
                 "segments/s", "the limit")
        program = os.path.join(os.path.dirname(self.l10n), "remembering")
        for line in output([program, memory, queries]).splitlines():
            kind, milliseconds, _, found, _, asked = line.split()
            self.row(f"memory, {kind} look-up", lambda: [float(milliseconds)],
                     lambda: [0.2 if kind == "exact" else 20], "ms", f"the limit; found {found} of {asked}", 3)

    def single(self):
        """Start, and what one article takes, beside a program that does nothing."""
        def median_of(*words, runs=30):
            return lambda: [run.busy * 1000 for run in self.run(*words, runs=runs)]
        nothing = median_of("true")
        note = "true"
        self.row("l10n --version", median_of(self.l10n, "--version", runs=200), median_of("true", runs=200), "ms", note, 2)
        folder = os.path.dirname(self.one)
        xliff = self.path("single.xlf")
        extract = [self.l10n, "extract", self.one, "--from", "en", "--to", "kk", "--no-config", "--force", "-o"]
        self.run(*extract, xliff)
        self.row("extract, one article", median_of(*extract, "-"), nothing, "ms", note, 2)
        pseudo = [self.l10n, "pseudo", "--locale", "source", xliff, "--force", "--no-config"]
        self.row("pseudo, one article", median_of(*pseudo), nothing, "ms", note, 2)
        merge = [self.l10n, "merge", xliff, "--source-root", folder, "--allow-source-copies", "--no-config", "-o", "-"]
        self.row("merge, one article", median_of(*merge), nothing, "ms", note, 2)
        check = [self.l10n, "check", xliff, "--no-config", "--fail-on", "never"]
        self.row("check, one article", median_of(*check), nothing, "ms", note, 2)
        self.row("check with a glossary, one article", median_of(*check, "--glossary", GLOSSARY), nothing, "ms", note, 2)
        self.row("validate, one article", median_of(self.l10n, "validate", xliff), nothing, "ms", note, 2)
        segment = [self.l10n, "segment", self.one, "--lang", "en"]
        self.row("segment, one article", median_of(*segment), nothing, "ms", note, 2)


def output(words):
    """What a program prints; Failed with the end of its complaint where it fails."""
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        complaint = done.stderr.strip().split("\n")[-1]
        raise Failed(f"{os.path.basename(words[0])}: {complaint or 'status ' + str(done.returncode)}")
    return done.stdout


def workplace(articles):
    """Where to measure: in memory where there is room for the articles in all their forms at once."""
    try:
        room = os.statvfs(MEMORY)
        if os.access(MEMORY, os.W_OK) and room.f_bavail * room.f_frsize > articles * 100_000:
            return MEMORY
    except OSError:
        pass
    return tempfile.gettempdir()


def fill_targets(folder):
    """Gives every unit of translate-toolkit's XLIFF its source as a finished translation."""
    unit = re.compile(r"(<source>(.*?)</source>)(\s*<target[^>]*?/>|\s*<target[^>]*>.*?</target>)?", re.S)
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = unit.sub(r'\1<target state="translated">\2</target>', text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=10000)
    options.add_argument("binary")
    options.add_argument("--work", help="the folder to measure in; default: in memory, where there is room")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="l10n-bench.", dir=options.work or workplace(options.articles)) as work:
        bench = Bench(options.binary, max(10, options.articles), work)
        try:
            bench.compile("measure")
            bench.compile("copy")
            origin = bench.corpus()
        except (Failed, OSError) as reason:
            sys.exit(f"bench: {reason}")
        print(f"measuring {bench.articles:,} articles …", file=sys.stderr)
        bench.part("ICU's own loop", lambda: bench.compile("sentences", "icu-uc", "icu-i18n"))
        bench.part("one article", bench.single)
        bench.part("names", bench.names)
        bench.part("memory", bench.remembered)
        bench.part("segment", bench.sentences)
        bench.part("extract and merge", bench.batch)
        bench.part("formats with markup", bench.markup)
        bench.part("check", bench.checks)
        print(f"\n{bench.articles:,} articles, {bench.size:.1f} MB, from {origin}, in {os.path.dirname(work)}; "
              f"{platform.machine()}, {os.cpu_count()} cores; best and median of {REPEATS} (of 30 and 200 for one article and the start)\n")
        bench.table()


if __name__ == "__main__":
    main()
