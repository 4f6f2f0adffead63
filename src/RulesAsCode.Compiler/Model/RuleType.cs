namespace RulesAsCode.Compiler.Model;

/// <summary>The type of a fact, a definition, a parameter or an expression (language reference, "Operators and types").</summary>
public abstract record RuleType
{
    public static RuleType YesNo { get; } = new YesNoType();
    public static RuleType Text { get; } = new TextType();
    public static RuleType Number { get; } = new NumberType();
    public static RuleType WholeNumber { get; } = new WholeNumberType();
    public static RuleType Percentage { get; } = new PercentageType();
    public static RuleType Money { get; } = new MoneyType();
    public static RuleType Date { get; } = new DateType();
    public static RuleType Duration { get; } = new DurationType();
    public static RuleType Eui64 { get; } = new Eui64Type();

    /// <summary>The type of what could not be bound; it silences everything that depends on it.</summary>
    public static RuleType Error { get; } = new ErrorType();

    /// <summary>The type in the words of a rule file: <c>yes/no</c>, <c>set of User Role</c>.</summary>
    public abstract string Name { get; }

    public bool IsError => this is ErrorType;

    /// <summary>Number or whole number.</summary>
    public bool IsNumeric => this is NumberType or WholeNumberType;

    public sealed override string ToString() => Name;
}

public sealed record YesNoType : RuleType { public override string Name => "yes/no"; }

public sealed record TextType : RuleType { public override string Name => "text"; }

public sealed record NumberType : RuleType { public override string Name => "number"; }

public sealed record WholeNumberType : RuleType { public override string Name => "whole number"; }

public sealed record PercentageType : RuleType { public override string Name => "percentage"; }

public sealed record MoneyType : RuleType { public override string Name => "money"; }

public sealed record DateType : RuleType { public override string Name => "date"; }

public sealed record DurationType : RuleType { public override string Name => "duration"; }

/// <summary>The built-in type of 64-bit extended unique identifiers, ordered as 64-bit numbers.</summary>
public sealed record Eui64Type : RuleType { public override string Name => "EUI-64"; }

public sealed record ErrorType : RuleType { public override string Name => "unknown"; }

public sealed record ChoiceType(Choice Choice) : RuleType { public override string Name => Choice.Name; }

public sealed record FormatType(Format Format) : RuleType { public override string Name => Format.Name; }

public sealed record RecordType(Record Record) : RuleType { public override string Name => Record.Name; }

public sealed record SetType(Choice Choice) : RuleType { public override string Name => "set of " + Choice.Name; }

public sealed record ListType(Record Record) : RuleType { public override string Name => "list of " + Record.Name; }
