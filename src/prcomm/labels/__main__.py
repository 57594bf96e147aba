"""``python -m prcomm.labels``: how many names are the law's own words, how many are drafts, and what is missing."""

from prcomm.labels import LABELS, Known


def main() -> None:
    """Print the counts, the share of the drafts, and how many names each language lacks."""
    known = [label.known for label in LABELS]
    drafts = known.count(Known.DRAFT)
    print(f"{len(known)} names: {len(known) - drafts} are the law's own words in Uzbek, ", end="")
    print(f"{drafts} are drafts that nobody reviewed ({100 * drafts / len(known):.1f} %: {drafts} of {len(known)})")
    for lang in LABELS.languages[1:]:
        untold = LABELS.untold(lang)
        print(f"{lang}: {len(untold)} are missing" + "".join(f"\n  {one.kind} {one.name}" for one in untold))


if __name__ == "__main__":
    main()
