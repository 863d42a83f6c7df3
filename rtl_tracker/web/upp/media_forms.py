"""Forms of the register of media."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Length

from rtl_tracker.domain.media import NAMA_MEDIA, Media
from rtl_tracker.web.shared.tanggal_field import TanggalField

WAJIB = "Bagian ini wajib diisi."
TERIMA = ".pdf,.jpg,.jpeg,.png"


class FormMedia(FlaskForm):
    """One entry: when, where, and what proves it."""

    tanggal = TanggalField("Tanggal dipublikasikan", validators=[InputRequired(WAJIB)])
    media = SelectField(
        "Media",
        choices=[SelectChoice("", "Pilih media"), *(SelectChoice(m.value, NAMA_MEDIA[m]) for m in Media)],
        validate_choice=False,
        validators=[InputRequired(WAJIB), AnyOf(list(Media), message="Pilih salah satu yang tersedia.")],
    )
    keterangan = StringField(
        "Keterangan", validators=[Length(max=500, message="Keterangan terlalu panjang (paling banyak 500 huruf).")]
    )
    tautan = StringField(
        "Tautan",
        validators=[Length(max=2000, message="Tautan terlalu panjang (paling banyak 2.000 huruf).")],
        render_kw={"inputmode": "url"},
    )
    berkas = FileField("atau foto/berkas", render_kw={"accept": TERIMA})
