namespace RulesAsCode.Benchmarks;

/// <summary>Two contenders do not say the same, so that it would be pointless to time them.</summary>
public sealed class Disagreement(string message) : Exception(message)
{
    internal static void Unless(bool agree, string message)
    {
        if (!agree)
        {
            throw new Disagreement(message);
        }
    }
}
