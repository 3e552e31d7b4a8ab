// SPDX-License-Identifier: MIT OR GPL-2.0-only

// Java 17's tokens. Wrong tokens (an unterminated string, an odd character, 0x) are tokens too, so that the front end can say what is
// wrong with them; the parser sees none of them. Numbers are matched by their rough shape and judged later.
lexer grammar JavaLexer;

channels { COMMENTS }

ABSTRACT: 'abstract';
ASSERT: 'assert';
BOOLEAN: 'boolean';
BREAK: 'break';
BYTE: 'byte';
CASE: 'case';
CATCH: 'catch';
CHAR: 'char';
CLASS: 'class';
CONST: 'const';
CONTINUE: 'continue';
DEFAULT: 'default';
DO: 'do';
DOUBLE: 'double';
ELSE: 'else';
ENUM: 'enum';
EXTENDS: 'extends';
FINAL: 'final';
FINALLY: 'finally';
FLOAT: 'float';
FOR: 'for';
GOTO: 'goto';
IF: 'if';
IMPLEMENTS: 'implements';
IMPORT: 'import';
INSTANCEOF: 'instanceof';
INT: 'int';
INTERFACE: 'interface';
LONG: 'long';
NATIVE: 'native';
NEW: 'new';
PACKAGE: 'package';
PRIVATE: 'private';
PROTECTED: 'protected';
PUBLIC: 'public';
RETURN: 'return';
SHORT: 'short';
STATIC: 'static';
STRICTFP: 'strictfp';
SUPER: 'super';
SWITCH: 'switch';
SYNCHRONIZED: 'synchronized';
THIS: 'this';
THROW: 'throw';
THROWS: 'throws';
TRANSIENT: 'transient';
TRY: 'try';
VOID: 'void';
VOLATILE: 'volatile';
WHILE: 'while';
UNDERSCORE: '_';

TRUE: 'true';
FALSE: 'false';
NULL: 'null';

// Words with a meaning in some places; names everywhere else.
NON_SEALED: 'non-sealed';
PERMITS: 'permits';
RECORD: 'record';
SEALED: 'sealed';
WHEN: 'when';
YIELD: 'yield';

LPAREN: '(';
RPAREN: ')';
LBRACE: '{';
RBRACE: '}';
LBRACK: '[';
RBRACK: ']';
SEMI: ';';
COMMA: ',';
DOT: '.';
ELLIPSIS: '...';
AT: '@';
COLONCOLON: '::';
ARROW: '->';
COLON: ':';
QUESTION: '?';

ASSIGN: '=';
// The shifts to the right are single tokens in the parser's eyes only: >> also closes two lists of type arguments.
GT: '>';
LT: '<';
BANG: '!';
TILDE: '~';
EQUAL: '==';
LE: '<=';
GE: '>=';
NOTEQUAL: '!=';
AND: '&&';
OR: '||';
INC: '++';
DEC: '--';
ADD: '+';
SUB: '-';
MUL: '*';
DIV: '/';
BITAND: '&';
BITOR: '|';
CARET: '^';
MOD: '%';
SHL: '<<';

ADD_ASSIGN: '+=';
SUB_ASSIGN: '-=';
MUL_ASSIGN: '*=';
DIV_ASSIGN: '/=';
AND_ASSIGN: '&=';
OR_ASSIGN: '|=';
XOR_ASSIGN: '^=';
MOD_ASSIGN: '%=';
SHL_ASSIGN: '<<=';
SHR_ASSIGN: '>>=';
USHR_ASSIGN: '>>>=';

NUMBER
    : '0' [xX] ([0-9a-zA-Z_] | '.' [0-9a-fA-F] | [pP] [+-])*
    | '0' [bB] [0-9a-zA-Z_]*
    | '0' ([0-9ac-wyzAC-WYZ_] NUMBER_PART* | [eE] [+-] NUMBER_PART* | '.' NUMBER_PART*)?
    | [1-9] NUMBER_PART*
    | '.' [0-9] NUMBER_PART*
    ;

fragment NUMBER_PART: [0-9a-zA-Z_] | '.' | [eE] [+-];

TEXT_BLOCK: '"""' [ \t\f]* ('\r\n' | '\r' | '\n') TEXT_BLOCK_PART*? '"""';

STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';

CHARACTER: '\'' (~['\\\r\n] | '\\' ~[\r\n]) (~['\\\r\n] | '\\' ~[\r\n])* '\'';

fragment TEXT_BLOCK_PART: ~[\\] | '\\' .;

// Shorter than TEXT_BLOCK where that matches: it stops at the closing quotes.
UNTERMINATED_TEXT_BLOCK: '"""' [ \t\f]* ('\r\n' | '\r' | '\n') ('"'? '"'? (~["\\] | '\\' .))* '"'? '"'?;
TEXT_BLOCK_WITHOUT_LINE: '"""' ~[\r\n"]+ '"""'?;
UNTERMINATED_STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?;
UNTERMINATED_CHARACTER: '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\\'?;
EMPTY_CHARACTER: '\'\'';

IDENTIFIER: IDENTIFIER_START IDENTIFIER_PART*;

fragment IDENTIFIER_START: [\p{L}\p{Nl}\p{Pc}\p{Sc}] | UNICODE_ESCAPE;
fragment IDENTIFIER_PART: [\p{L}\p{Nl}\p{Pc}\p{Sc}\p{Nd}\p{Mn}\p{Mc}] | UNICODE_ESCAPE;
fragment UNICODE_ESCAPE: '\\' 'u'+ HEX HEX HEX HEX;
fragment HEX: [0-9a-fA-F];

WHITE_SPACE: [ \t\r\n\f]+ -> skip;
BLOCK_COMMENT: '/*' .*? '*/' -> channel(COMMENTS);
LINE_COMMENT: '//' ~[\r\n]* -> channel(COMMENTS);
// Shorter than BLOCK_COMMENT where that matches.
UNTERMINATED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;

ODD_CHARACTER: .;
