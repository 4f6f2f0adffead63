namespace RulesAsCode.Primitives.Tests.Oracle;

/// <summary>Strong Kleene logic, every row written out: T true, F false, ? unknown.</summary>
internal static class TruthTables
{
    public static readonly (char Left, char Right, char And, char Or)[] Binary =
    [
        ('T', 'T', 'T', 'T'),
        ('T', 'F', 'F', 'T'),
        ('T', '?', '?', 'T'),
        ('F', 'T', 'F', 'T'),
        ('F', 'F', 'F', 'F'),
        ('F', '?', 'F', '?'),
        ('?', 'T', '?', 'T'),
        ('?', 'F', 'F', '?'),
        ('?', '?', '?', '?'),
    ];

    public static readonly (char Operand, char Not)[] Unary =
    [
        ('T', 'F'),
        ('F', 'T'),
        ('?', '?'),
    ];
}
