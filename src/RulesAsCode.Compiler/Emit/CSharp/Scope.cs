using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>The elements that a method is given, outermost first.</summary>
internal sealed class Scope
{
    private static readonly string[] Reserved =
    [
        // Parameters and locals of generated methods.
        "facts", "trace", "list", "index", "kept", "mark", "result", "total", "extreme", "answers", "place", "when", "outcome", "owner",

        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if",
        "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while", "await", "dynamic", "field", "file", "from", "global", "nameof", "required", "scoped", "select", "var", "where", "with", "yield",
    ];

    private readonly ImmutableArray<(ElementVariable Variable, string Name)> _elements;

    private Scope(ImmutableArray<(ElementVariable Variable, string Name)> elements) => _elements = elements;

    public static Scope Facts { get; } = new([]);

    public ImmutableArray<(ElementVariable Variable, string Name)> Elements => _elements;

    /// <summary>What a call hands on: <c>ref facts, ref device, ref trace</c>.</summary>
    public string[] Arguments => ["ref facts", .. _elements.Select(element => "ref " + element.Name), "ref trace"];

    public Scope With(ElementVariable variable)
    {
        var names = new NameScope([.. Reserved, .. _elements.Select(element => element.Name)]);
        return new Scope(_elements.Add((variable, names.Take(variable.Record.CamelName, "Element"))));
    }

    public string NameOf(ElementVariable variable)
    {
        for (int i = _elements.Length - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_elements[i].Variable, variable))
            {
                return _elements[i].Name;
            }
        }

        throw new InvalidOperationException($"The model uses {variable.Name} where no such element is in scope.");
    }
}
