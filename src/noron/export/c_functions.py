"""The functions of an exported C file: each layer's formula in C99, and text as C literals.

`real` stands for float or double, and a number or function of `math.h` ends in `@` where float
has its own: `exp@` is expf or exp, `0.5@` is 0.5f or 0.5.
"""

from noron.core.errors import SettingError

SOFTPLUS = "(z > 0 ? z : 0) + log1p@(exp@(-fabs@(z)))"
FORMULAS = {
    "sigmoid": "1 / (1 + exp@(-z))",
    "tanh": "tanh@(z)",
    "relu": "z < 0 ? 0 : z",
    "leaky_relu": "z > 0 ? z : slope * z",
    "elu": "z > 0 ? z : alpha * expm1@(z)",
    "selu": "1.0507009873554805@ * (z > 0 ? z : 1.6732632423543772@ * expm1@(z))",
    "gelu": "0.5@ * z * erfc@(-0.70710678118654752@ * z)",
    "silu": "z / (1 + exp@(-z))",
    "softplus": SOFTPLUS,
    "mish": f"z * tanh@({SOFTPLUS})",
    "identity": "z",
    "exp": "exp@(z)",
}
"""Each activation and link as a function of z."""

EACH = """\
/* y = f(x), number by number; y may be x. */
static void each_NAME(const real *x, real *y, size_t nSETTINGS)
{
    for (size_t i = 0; i < n; i++) {
        const real z = x[i];
        y[i] = FORMULA;
    }
}
"""

FUNCTIONS = {
    "dense": """\
/* y = x W + b for n inputs and m outputs; row i of W holds the weights of input i. */
static void dense(const real *restrict x, const real *restrict W, const real *restrict b,
                  real *restrict y, size_t n, size_t m)
{
    const size_t fours = n - n % 4;

    for (size_t j = 0; j < m; j++)
        y[j] = b[j];
    for (size_t i = 0; i < fours; i += 4, W += 4 * m)
        for (size_t j = 0; j < m; j++)
            y[j] += (x[i] * W[j] + x[i + 1] * W[m + j])
                  + (x[i + 2] * W[2 * m + j] + x[i + 3] * W[3 * m + j]);
    for (size_t i = fours; i < n; i++, W += m)
        for (size_t j = 0; j < m; j++)
            y[j] += x[i] * W[j];
}
""",
    "quantize": """\
/* Round x to whole numbers q from -most to most, and return the scale: x is about scale * q. */
static real quantize(const real *restrict x, int16_t *restrict q, size_t n, real most)
{
    real largest = 0, scale;
    int finite = 1;

    for (size_t i = 0; i < n; i++) {
        const real size = fabs@(x[i]);
        finite &= size <= MAX;
        largest = size > largest ? size : largest;
    }
    scale = largest / most;
    if (!finite || !(scale > MIN)) {
        for (size_t i = 0; i < n; i++)
            q[i] = 0;
        return finite ? 0 : (real) NAN;
    }
    for (size_t i = 0; i < n; i++) {
        const real z = x[i] / scale;
        q[i] = (int16_t) (z < 0 ? z - 0.5@ : z + 0.5@);
    }
    return scale;
}
""",
    "dense_int8": """\
/* y = x W + b; row j of W holds the weights of output j, as whole numbers times scale[j].
 * x is rounded to whole numbers up to `most`, with which no sum leaves 32 bits. */
static void dense_int8(const real *restrict x, const int8_t *restrict W,
                       const real *restrict scale, const real *restrict b,
                       real *restrict y, int16_t *restrict q, size_t n, size_t m, real most)
{
    const real x_scale = quantize(x, q, n, most);

    for (size_t j = 0; j < m; j++, W += n) {
        int32_t sum = 0;
        for (size_t i = 0; i < n; i++)
            sum += q[i] * W[i];
        y[j] = (real) sum * (x_scale * scale[j]) + b[j];
    }
}
""",
    "softmax": """\
/* y = exp(x) / sum exp(x); y may be x. */
static void softmax(const real *x, real *y, size_t n)
{
    real largest = x[0], sum = 0;

    for (size_t i = 1; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    for (size_t i = 0; i < n; i++) {
        y[i] = exp@(x[i] - largest);
        sum += y[i];
    }
    for (size_t i = 0; i < n; i++)
        y[i] /= sum;
}
""",
    "normalize": """\
/* y = (x - center) * scale + shift, number by number; y may be x. */
static void normalize(const real *x, const real *center, const real *scale, const real *shift,
                      real *y, size_t n)
{
    for (size_t i = 0; i < n; i++)
        y[i] = (x[i] - center[i]) * scale[i] + shift[i];
}
""",
    "layer_norm": """\
/* y = gamma (x - mean) / sqrt(var + epsilon) + beta; y may be x. */
static void layer_norm(const real *x, const real *gamma, const real *beta, real *y, size_t n,
                       real epsilon)
{
    real mean = 0, var = 0, scale;

    for (size_t i = 0; i < n; i++)
        mean += x[i];
    mean /= (real) n;
    for (size_t i = 0; i < n; i++)
        var += (x[i] - mean) * (x[i] - mean);
    scale = 1 / sqrt@(var / (real) n + epsilon);
    for (size_t i = 0; i < n; i++)
        y[i] = (x[i] - mean) * scale * gamma[i] + beta[i];
}
""",
    "embed": """\
/* y = the row of the table E that the code names, the nearest one if it is outside. */
static void embed(real code, const real *E, real *y, size_t rows, size_t width)
{
    const real last = (real) (rows - 1), place = rint@(code);
    const size_t row = !(place > 0) ? 0 : place < last ? (size_t) place : rows - 1;

    for (size_t i = 0; i < width; i++)
        y[i] = E[row * width + i];
}
""",
    "add": """\
/* y = x + F, number by number; y may be x or F. */
static void add(const real *x, const real *F, real *y, size_t n)
{
    for (size_t i = 0; i < n; i++)
        y[i] = x[i] + F[i];
}
""",
}


def c_function(name: str, dtype: str) -> str:
    """Return the text of a function: one of `FUNCTIONS`, or "each_" and an activation or link."""
    text = FUNCTIONS.get(name, "")
    if not text:
        kind = name.removeprefix("each_")
        if kind not in FORMULAS:
            raise SettingError(
                f"the activation {kind!r} cannot be written in C yet: export to another format"
            )
        given = [f", real {word}" for word in ("slope", "alpha") if word in FORMULAS[kind]]
        text = EACH.replace("NAME", kind).replace("FORMULA", FORMULAS[kind])
        text = text.replace("SETTINGS", "".join(given))
    real, end, limit = ("float", "f", "FLT_") if dtype == "float32" else ("double", "", "DBL_")
    text = text.replace("MAX", f"{limit}MAX").replace("MIN", f"{limit}MIN")
    return text.replace("real", real).replace("@", end)


def c_string(text: str, comment: bool = False) -> str:
    r"""Return the text as a C string literal, which can also stand in a comment.

    What could end a literal or a comment is escaped, and all that is not ASCII; in a comment,
    letters of other scripts stay readable.

    >>> print(c_string('a "b" */ é'), c_string("é", comment=True))
    "a \042b\042 \052/ \303\251" "é"
    """

    def code(c: str) -> str:
        if c.isprintable() and c not in '"\\?*' and (comment or c.isascii()):
            return c
        return "".join(f"\\{byte:03o}" for byte in c.encode(errors="surrogatepass"))

    return f'"{"".join(map(code, text))}"'
