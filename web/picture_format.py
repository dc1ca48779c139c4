"""Whatever picture came, as the one kind of file that is kept: a JPEG that holds nothing but the picture."""

import struct
from io import BytesIO

from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError
from PIL.Image import Transpose

from web.errors import Problem

# A small file may ask for a lot of memory: unpacked a pixel takes 4 bytes, and a WebP's 16 on the way. Only a JPEG
# is made smaller while it is read.
MOST_PIXELS = {"JPEG": 40_000_000, "PNG": 20_000_000, "WEBP": 20_000_000}
LONGEST_SIDE = 2048
QUALITY = 85
# What turns a picture upright, by its EXIF's orientation.
UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
# What Pillow raises where the bytes do not go on as they began.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, AssertionError, struct.error)


def jpeg(raw: bytes) -> bytes:
    """Turned as its EXIF says, shrunk to LONGEST_SIDE, on white where it was transparent, without metadata.

    The type is judged by the content. Raises Problem: 415 not a picture of these kinds, 422 broken or too large.
    """
    try:
        with _opened(raw) as image:
            return _encoded(_flat(_turned(image)))
    except Image.DecompressionBombError:
        raise _too_many_pixels(max(MOST_PIXELS.values())) from None
    except BROKEN:
        raise Problem(422, "The picture is broken", {"file": ["Cannot be read to its end."]}) from None


def _opened(raw: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(raw), formats=list(MOST_PIXELS))
    except UnidentifiedImageError:
        detail = f"Not a picture: {', '.join(MOST_PIXELS)} are"
        raise Problem(415, detail, {"file": [detail]}) from None
    most = MOST_PIXELS[str(image.format)]
    if image.width * image.height > most:
        raise _too_many_pixels(most)
    return image


def _turned(image: Image.Image) -> Image.Image:
    """Not by Pillow's own `exif_transpose`: it writes the rest of the EXIF anew too, and fails where a camera wrote
    it oddly.
    """
    image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read at a half, a quarter or an eighth of its size
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=None)
    turn = UPRIGHT.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return image if turn is None else image.transpose(turn)


def _flat(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return _in_srgb(image)
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Phones take pictures in wider colours, which would look faded once their profile is stripped."""
    profile = image.info.get("icc_profile")
    if profile and image.mode == "RGB":
        try:
            wide = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(image, wide, ImageCms.createProfile("sRGB"))
            return turned or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile nobody understands changes nothing
    return image.convert("RGB")


def _encoded(image: Image.Image) -> bytes:
    image.info = {}  # a comment would be written again
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _too_many_pixels(most: int) -> Problem:
    said = f"More than {most // 1_000_000} million pixels."
    return Problem(422, "The picture is too large", {"file": [said]})
