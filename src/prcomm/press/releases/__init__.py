"""The release: a text of the press service, from its draft to what becomes of it once it is out."""

from prcomm.press.releases import model
from prcomm.press.releases.model import *

__all__: list[str] = []
__all__ += model.__all__
