"""Whatever picture comes, what is kept is a small JPEG of the right side up that tells nothing else."""

import struct
from io import BytesIO
from typing import Any
from unittest.mock import patch

import pytest
from PIL import Image, ImageCms, ImageOps

from tests.photos import picture
from web.errors import Problem
from web.picture_format import LONGEST_SIDE, jpeg

ORIENTATION, MAKER = 0x0112, 0x010F


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def refused(raw: bytes) -> int:
    with pytest.raises(Problem) as problem:
        jpeg(raw)
    assert problem.value.errors
    return problem.value.status


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "CMYK", "P", "LA", "1", "I;16"])
def test_every_accepted_kind_becomes_a_jpeg(format: str, mode: str) -> None:
    try:
        raw = picture(format=format, mode=mode)
    except OSError:
        pytest.skip(f"no {format} has {mode}")
    shown = opened(jpeg(raw))
    assert (shown.format, shown.mode, shown.size) == ("JPEG", "RGB", (40, 20))


def test_it_is_turned_as_its_exif_says_and_the_exif_is_gone() -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "canary-maker"
    raw = picture(exif=exif, comment=b"canary-comment")
    assert b"canary" in raw
    kept = jpeg(raw)
    assert opened(kept).size == (20, 40)
    assert dict(opened(kept).getexif()) == {}
    assert b"canary" not in kept
    assert b"Exif" not in kept


@pytest.mark.parametrize("way", range(1, 10))
def test_every_orientation_is_turned_upright(way: int) -> None:
    exif, sent = Image.Exif(), BytesIO()
    exif[ORIENTATION] = way
    quarters = Image.new("L", (32, 64))
    quarters.paste(255, (0, 0, 16, 16))
    quarters.save(sent, "PNG", exif=exif)
    expected = ImageOps.exif_transpose(opened(sent.getvalue()))
    found = opened(jpeg(sent.getvalue())).convert("L").point(lambda grey: 255 if grey > 127 else 0)
    assert (found.size, found.tobytes()) == (expected.size, expected.tobytes())


def test_exif_that_a_camera_wrote_oddly_spoils_no_picture() -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "canary"
    as_text, as_fraction = (struct.pack(">HHI", MAKER, *kind) for kind in ((2, 7), (5, 1)))
    odd = exif.tobytes().replace(as_text, as_fraction)
    assert odd != exif.tobytes()
    assert opened(jpeg(picture(exif=odd))).size == (20, 40)


def test_a_large_one_is_shrunk_and_keeps_its_shape() -> None:
    assert opened(jpeg(picture((4000, 1000)))).size == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_what_was_transparent_is_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(jpeg(out.getvalue())).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    "profile", [b"nonsense", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()]
)
def test_a_colour_profile_is_applied_and_stripped(profile: bytes) -> None:
    shown = opened(jpeg(picture(icc_profile=profile)))
    assert "icc_profile" not in shown.info
    red, *others = shown.getpixel((4, 4))
    assert red > 250
    assert max(others) < 5


@pytest.mark.parametrize(
    "raw", [b"", b"GIF89a", b"<svg/>", b"%PDF-1.7", b"<html>", picture(format="GIF"), picture(format="BMP")]
)
def test_what_is_no_picture_by_its_content_is_of_the_wrong_type(raw: bytes) -> None:
    assert refused(raw) == 415


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_one_cut_off_is_broken(format: str) -> None:
    raw = picture((400, 400), format=format, quality=95)
    assert refused(raw[: len(raw) // 2]) in (415, 422)


def test_one_whose_palette_is_missing_is_broken() -> None:
    raw = picture(format="PNG", mode="P")
    begin = raw.index(b"PLTE") - 4
    end = raw.index(b"IDAT") - 4
    assert refused(raw[:begin] + raw[end:]) == 422


@pytest.mark.parametrize(
    ("side", "kind"),
    [
        (6_400, {"format": "JPEG", "mode": "L"}),
        (4_500, {"format": "PNG", "mode": "1"}),
        (4_500, {"format": "WEBP", "method": 0}),
        (14_000, {"format": "PNG", "mode": "1"}),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(side: int, kind: dict[str, Any]) -> None:
    raw = picture((side, side), **kind)
    assert len(raw) < 1_000_000
    with patch.object(Image.Image, "thumbnail", side_effect=AssertionError):
        assert refused(raw) == 422


def test_a_large_jpeg_is_made_smaller_while_it_is_read() -> None:
    read = []

    def thumbnail(image: Image.Image, *_: object, **__: object) -> None:
        image.load()
        read.append(image.size)

    with patch.object(Image.Image, "thumbnail", thumbnail):
        jpeg(picture((8_000, 4_500), mode="L"))
    assert read == [(4_000, 2_250)]
