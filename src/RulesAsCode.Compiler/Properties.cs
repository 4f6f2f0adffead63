using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RulesAsCode.Compiler.Tests")]
[assembly: InternalsVisibleTo("RulesAsCode.Interpreter.Tests")]
[assembly: InternalsVisibleTo("RulesAsCode.Publishing.Tests")]
