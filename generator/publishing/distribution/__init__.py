"""What a reader takes along: the zip, the whole dossier as one page and as PDF; ``downloads`` offers them."""
