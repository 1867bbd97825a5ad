"""Types commands in a real terminal and draws what the terminal then shows as an SVG.

Called by record.sh. pyte is the terminal, rich draws the picture.
"""

import fcntl
import hashlib
import html
import io
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pyte
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COLUMNS, ROWS = 80, 200
MOST_BYTES = 60_000

WRONG = "docker run --name apa000ex2 -d -p 8081:80 httpd"
RIGHT = "docker run --name apa000ex2 -d -p 8080:80 httpd"
# What is typed, and the exit code that it must have.
FIRST_LAB = [
    ("dkkb show ch04-port", 0),
    (WRONG, 0),
    ("dkkb check ch04-port", 1),
    ("docker rm -f apa000ex2", 0),
    (RIGHT, 0),
    ("dkkb check ch04-port", 0),
]
CLEAN_UP = "dkkb down ch04-port --yes"
LANGUAGES = {"ko": "ko_KR.UTF-8", "en": "en_US.UTF-8"}

# Colours by name: black, red, green, yellow, blue, magenta, cyan, white, then the bright ones.
NORMAL = ["#1b1f24", "#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#76e3ea", "#e6edf3"]
BRIGHT = ["#9aa4af", *NORMAL[1:7], "#ffffff"]


def rgb(colour):
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


THEME = TerminalTheme(rgb("#161b22"), rgb("#e6edf3"), [rgb(c) for c in NORMAL], [rgb(c) for c in BRIGHT])

# rich's own picture without its web fonts: the fonts that Windows, macOS and Linux have.
PICTURE = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
font-family: Consolas, Menlo, "DejaVu Sans Mono", D2Coding, NanumGothicCoding, "Malgun Gothic", "Apple SD Gothic Neo", monospace;
font-size: {char_height}px; line-height: {line_height}px;
}}
{styles}
</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def run(command, environment, stream):
    """Runs a command in a terminal of its own, shows it to `stream`, and gives its exit code."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    with subprocess.Popen(
        ["sh", "-c", command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        written = bytearray()
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # nobody holds the other end any more
                break
            if not piece:
                break
            written += piece
        os.close(ours)
    # A container's id is new in each run. One made of the command keeps the picture the same.
    text = re.sub(r"\b[0-9a-f]{64}\b", hashlib.sha256(command.encode()).hexdigest(), written.decode())
    # pyte knows no faint text: it becomes grey.
    stream.feed(text.replace("\x1b[2m", "\x1b[90m").replace("\x1b[22m", "\x1b[22;39m"))
    return process.returncode


def record(commands, environment):
    """What the screen shows after all commands."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for index, (command, expected) in enumerate(commands):
        # The Command Prompt of Windows, too, puts an empty line before each prompt.
        stream.feed(f"{chr(13) + chr(10) if index else ''}\x1b[90m>\x1b[39m \x1b[1m{command}\x1b[0m\r\n")
        code = run(command, environment, stream)
        if code != expected:
            sys.exit("\n".join([f"'{command}' ended with {code}, not {expected}:", *screen.display]).rstrip())
    if screen.cursor.y >= ROWS - 1:
        sys.exit(f"the recording has more than {ROWS} lines")
    return screen


def style_of(cell):
    names = {"brown": "yellow", "brightbrown": "bright_yellow", "brightblack": "bright_black"}
    colour = None if cell.fg == "default" else names.get(cell.fg, cell.fg)
    return Style(color=colour, bold=cell.bold)


def line_of(row):
    """One line of the screen. Wide and narrow letters are drawn apart, so that each stands in its column."""
    text, run_of, kind = Text(), "", None
    for column in range(COLUMNS):
        cell = row[column]
        if not cell.data:  # the right half of a wide letter
            continue
        now = (style_of(cell), cell_len(cell.data) > 1)
        if kind is not None and now != kind:
            text.append(run_of, kind[0])
            run_of = ""
        run_of, kind = run_of + cell.data, now
    text.append(run_of.rstrip(), kind[0])
    return text


def draw(screen, name):
    """The screen as an SVG, without the empty lines at its end."""
    lines = [line_of(screen.buffer[row]) for row in range(screen.cursor.y)]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in lines:
        console.print(line, overflow="ignore", no_wrap=True, crop=False)
    picture = console.export_svg(
        title="dkkb", theme=THEME, code_format=PICTURE, font_aspect_ratio=0.55, unique_id=name.replace(".", "-")
    )
    picture = re.sub(r' clip-path="url\(#[^"]*-line-\d+\)"', "", picture)
    picture = re.sub(r'textLength="([\d.]+)"([^>]*)>([^<]*)<', widen, picture)
    return re.sub(r"[ \t]+\n", "\n", picture)


def widen(found):
    """rich gives each letter one column; a wide letter has two. Letters of any font are made to fit."""
    length, rest, text = found.groups()
    letters = html.unescape(text)
    length = float(length) * cell_len(letters) / len(letters)
    return f'textLength="{length:g}" lengthAdjust="spacingAndGlyphs"{rest}>{text}<'


def main(folder):
    for language, locale in LANGUAGES.items():
        name = f"first-lab.{language}"
        unset = ("LC_ALL", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "CI")
        kept = {key: value for key, value in os.environ.items() if key not in unset}
        environment = {**kept, "LANG": locale, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
        shutil.rmtree(environment["DKKB_DATA"], ignore_errors=True)
        screen = record(FIRST_LAB, environment)
        subprocess.run(["sh", "-c", CLEAN_UP], env=environment, check=True, stdout=subprocess.DEVNULL)
        picture = draw(screen, name)
        if len(picture.encode()) > MOST_BYTES:
            sys.exit(f"{name}.svg has {len(picture.encode())} bytes, more than {MOST_BYTES}")
        Path(folder, f"{name}.svg").write_text(picture, encoding="utf-8")
        print(f"{name}.svg: {len(picture.encode())} bytes, {screen.cursor.y} lines")


main(sys.argv[1])
