"""``python -m prcomm.labels``: how many names are the law's own words, and how many nobody has reviewed."""

from prcomm.labels import LABELS, Known


def main() -> None:
    """Print the counts, and the share of the drafts."""
    known = [label.known for label in LABELS]
    drafts = known.count(Known.DRAFT)
    print(f"{len(known)} names: {len(known) - drafts} are the law's own words, ", end="")
    print(f"{drafts} are drafts that nobody reviewed ({100 * drafts / len(known):.1f} %: {drafts} of {len(known)})")


if __name__ == "__main__":
    main()
