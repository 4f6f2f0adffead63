// xunit has a Record of its own.
global using Record = RulesAsCode.Compiler.Model.Record;
