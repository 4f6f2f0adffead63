namespace RulesAsCode.Primitives;

/// <summary>How an amount of money is printed. Language reference: Meaning, Numbers.</summary>
public static class MoneyText
{
    /// <summary>
    /// The amount with its symbol, thousands and two decimals, more only where the amount has more: <c>£1,250.00</c>, <c>-£3.50</c>, <c>£0.125</c>.
    /// </summary>
    /// <param name="amount">In units of the currency: pounds, not pence.</param>
    /// <param name="currencySymbol">What stands directly before the digits; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currencySymbol"/> is missing.</exception>
    public static string Format(ExactNumber amount, string currencySymbol)
    {
        if (currencySymbol is null)
        {
            throw new ArgumentNullException(nameof(currencySymbol));
        }

        var digits = amount.ToStringWithThousands(minimumDecimals: 2);
        return amount.Sign < 0 ? "-" + currencySymbol + digits.Substring(1) : currencySymbol + digits;
    }
}
