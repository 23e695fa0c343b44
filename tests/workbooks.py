"""Small workbooks, written by hand: XLSX and ODS; and one of Excel 97, as xlwt wrote it."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[object]]

_KINDS = "http://schemas.openxmlformats.org"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def xlsx(sheets: Mapping[str, Rows] | Rows) -> bytes:
    """Sheets of texts, numbers, truths and, as ``=A1``, formulas with a value of 7."""
    named = sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}
    main, package = f"{_KINDS}/spreadsheetml/2006/main", f"{_KINDS}/package/2006"
    links = f"{_KINDS}/officeDocument/2006/relationships"
    parts = range(1, len(named) + 1)
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        + "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>'
            for n, name in zip(parts, named, strict=True)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{links}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in parts
        )
        + "</Relationships>",
    }
    for n, rows in zip(parts, named.values(), strict=True):
        lines = "".join(
            f'<row r="{row}">'
            + "".join(
                _cell(f"{chr(64 + column)}{row}", cell) for column, cell in enumerate(line, 1)
            )
            + "</row>"
            for row, line in enumerate(rows, 1)
        )
        files[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
        )
    return zipped({name: (_HEAD + text).encode() for name, text in files.items()})


def _cell(place: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    text = str(value)
    if text.startswith("="):
        return f'<c r="{place}"><f>{escape(text[1:])}</f><v>7</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def ods(rows: Rows) -> bytes:
    """One sheet of texts and numbers, as LibreOffice saves it."""
    spaces = "urn:oasis:names:tc:opendocument:xmlns"
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
            if isinstance(cell, int | float)
            else '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
            for cell in line
        )
        + "</table:table-row>"
        for line in rows
    )
    content = (
        f'{_HEAD}<office:document-content xmlns:office="{spaces}:office:1.0" '
        f'xmlns:table="{spaces}:table:1.0" xmlns:text="{spaces}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Sheet1">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{spaces}:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    files = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, the same bytes whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)O=uHA6#izDG|7^to0<x(P(s0~{ed)IytJ#L_GGDElq%S*$)U8Q5`v%yt=1d`!IR>p(2JL<7k|)$-aH5`dJqI5"
        "sYg$Of`>Nio42zx)f^gVi^_bPdGqGIH#2W{-n`B1@=~Ha|D>aW-!Oy#s%{ibH8MdZ>NhNq-gPDG*AXhN#y^E<gch<X"
        "gqO|l!g3AedRJiJaqtaMV1>$gT*AmqK9|}-9AzIIA$=GmD)4|LakR5ntxPX6-Np0~TfSm?m?gKF4w7wIjA6+h={cmL"
        "_^i>zx;W&x&$!PgmJFZ`Z)Fr;zau=`5RMcko$0?*(HV?k0km$zxqPnROqY?Q1zf-nHwAq6ck1humhY@wfaE_n%ENW!"
        "ca0!03wN9Yyo4B*15y*jF{kLPqMtbUCF>M(wEUM%Ad}9d`_lvTt8HXVnV)$-TO0OsGsk(1XcjHZCpg+I%Gj$9zr8;>"
        "F=}66$t>q^FVpXp&cVeE*@HUAS;PLZZ4c94rZ;)iJ<NA7O;U_f-96f-m=kksbBndzG|xfC2YX))zn}Qh*Hh0sOJD2*"
        "#4iq4t|k{h+Vkk5H&2%O%WDpOqEFnvC-K7eYoW5jXQu6cWQd4iDc@c7I%~liOlA{Iy_S4BLfMNt_JZx@h}R60{Yl`Q"
        ";n^E?><zXLD0}be%Xx;3Ry>tT%2(?!p`oFnp`oFnp`o#T5bEE2Kpiwf>dX*U-*wigRP|?){}!h)LsyXwrpJ+|x_~PU"
        "#m{bpgg=(pWFP-~p~M-Qy?`l9upd(m$1k1vMD6`-x}&vqTd2|btBv@%&GY{P5#q!#"
    )
)
"""The rows date, v; 2020-01-01, 1.5; 2020-01-02, 2 in Excel 97's form."""
