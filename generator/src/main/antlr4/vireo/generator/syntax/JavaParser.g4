// SPDX-License-Identifier: MIT OR GPL-2.0-only

// Java 17's syntax, and patterns in switch of later versions, as far as an author may plausibly write it in a driver. What the driver
// subset leaves out is parsed like everything else and refused by name later.
//
// Where two alternatives match the same text, the first is meant; SLL prediction takes it too. The rules accept a little more than Java
// (any expression as a statement, any expression to the left of =) where that keeps prediction short; AstBuilder refuses the rest.
parser grammar JavaParser;

options {
    tokenVocab = JavaLexer;
    superClass = NestingLimit;
}

compilationUnit: packageDeclaration? (importDeclaration | SEMI)* (typeDeclaration | SEMI)* EOF;

packageDeclaration: annotation* PACKAGE qualifiedName SEMI;

importDeclaration: IMPORT STATIC? qualifiedName (DOT MUL)? SEMI;

qualifiedName: identifier (DOT identifier)*;

// The lone underscore is no name in Java 17; AstBuilder says so.
identifier: IDENTIFIER | UNDERSCORE | PERMITS | RECORD | SEALED | WHEN | YIELD;

// Declarations

typeDeclaration: modifier* typeDefinition;

typeDefinition
    : CLASS identifier typeParameters? (EXTENDS type)? (IMPLEMENTS typeList)? (PERMITS typeList)? typeBody      # classDefinition
    | RECORD identifier typeParameters? recordHeader (IMPLEMENTS typeList)? typeBody                            # recordDefinition
    | INTERFACE identifier typeParameters? (EXTENDS typeList)? (PERMITS typeList)? typeBody                     # interfaceDefinition
    | ENUM identifier (IMPLEMENTS typeList)? enumBody                                                           # enumDefinition
    | AT INTERFACE identifier typeBody                                                                          # annotationDefinition
    ;

modifier: annotation | keyword;

keyword
    : PUBLIC
    | PROTECTED
    | PRIVATE
    | STATIC
    | FINAL
    | ABSTRACT
    | DEFAULT
    | SEALED
    | NON_SEALED
    | NATIVE
    | SYNCHRONIZED
    | TRANSIENT
    | VOLATILE
    | STRICTFP
    ;

recordHeader: LPAREN (recordComponent (COMMA recordComponent)*)? RPAREN;

recordComponent: modifier* type ELLIPSIS? identifier;

enumBody: LBRACE (enumConstant (COMMA enumConstant)*)? COMMA? (SEMI member*)? RBRACE;

enumConstant: annotation* identifier arguments? typeBody?;

typeBody: LBRACE member* RBRACE;

member
    : SEMI                     # emptyMember
    | modifier* block          # initializer
    | modifier* typeDefinition # nestedType
    | modifier* typeParameters? identifier formalParameters throwsClause? block                     # constructor
    | modifier* identifier block                                                                    # compactConstructor
    | modifier* typeParameters? annotation* type identifier
        formalParameters dimension* throwsClause? (DEFAULT elementValue)? (block | SEMI)            # method
    | modifier* type variableDeclarator (COMMA variableDeclarator)* SEMI                            # field
    ;

throwsClause: THROWS typeList;

formalParameters: LPAREN (formalParameter (COMMA formalParameter)*)? RPAREN;

formalParameter: modifier* type ELLIPSIS? ((identifier DOT)? THIS | identifier dimension*);

variableDeclarator: identifier dimension* (ASSIGN initializerValue)?;

initializerValue: arrayLiteral | expression;

arrayLiteral: LBRACE (initializerValue (COMMA initializerValue)*)? COMMA? RBRACE;

// Annotations

annotation: AT qualifiedName (LPAREN annotationArguments? RPAREN)?;

annotationArguments: annotationArgument (COMMA annotationArgument)*;

annotationArgument: (identifier ASSIGN)? elementValue;

elementValue: annotation | elementArray | operation;

elementArray: LBRACE (elementValue (COMMA elementValue)*)? COMMA? RBRACE;

// Types

type: annotation* (primitiveType | VOID | classType) dimension*;

primitiveType: BOOLEAN | BYTE | SHORT | CHAR | INT | LONG | FLOAT | DOUBLE;

classType: identifier typeArguments? (DOT annotation* identifier typeArguments?)*;

dimension: annotation* LBRACK RBRACK;

typeList: type (COMMA type)*;

typeArguments: LT (typeArgument (COMMA typeArgument)*)? GT;

typeArgument: type | annotation* QUESTION ((EXTENDS | SUPER) type)?;

typeParameters: LT typeParameter (COMMA typeParameter)* GT;

typeParameter: annotation* identifier (EXTENDS type (BITAND type)*)?;

// Statements

block: LBRACE statement* RBRACE;

statement
    : block                                                                                         # blockStatement
    | SEMI                                                                                          # emptyStatement
    | IF condition statement (ELSE statement)?                                                      # ifStatement
    | WHILE condition statement                                                                     # whileStatement
    | DO statement WHILE condition SEMI                                                             # doStatement
    | FOR LPAREN modifier* type identifier COLON expression RPAREN statement                        # forEachStatement
    | FOR LPAREN forInitialization? SEMI expression? SEMI expressionList? RPAREN statement          # forStatement
    | SWITCH condition switchBody                                                                   # switchStatement
    | TRY resources? block catchClause* (FINALLY block)?                                            # tryStatement
    | RETURN expression? SEMI                                                                       # returnStatement
    | THROW expression SEMI                                                                         # throwStatement
    | BREAK identifier? SEMI                                                                        # breakStatement
    | CONTINUE identifier? SEMI                                                                     # continueStatement
    | SYNCHRONIZED condition block                                                                  # synchronizedStatement
    | ASSERT expression (COLON expression)? SEMI                                                    # assertStatement
    | YIELD expression SEMI                                                                         # yieldStatement
    | identifier COLON statement                                                                    # labeledStatement
    | modifier* typeDefinition                                                                      # localTypeStatement
    | localVariable SEMI                                                                            # localVariableStatement
    | expression SEMI                                                                               # expressionStatement
    ;

condition: LPAREN expression RPAREN;

forInitialization: localVariable | expressionList;

expressionList: expression (COMMA expression)*;

localVariable: modifier* type variableDeclarator (COMMA variableDeclarator)*;

resources: LPAREN resource (SEMI resource)* SEMI? RPAREN;

resource: modifier* type identifier ASSIGN expression | expression;

catchClause: CATCH LPAREN modifier* type (BITOR type)* identifier RPAREN block;

switchBody: LBRACE switchGroup* RBRACE;

switchGroup
    : switchLabel ARROW (block | throwOrValue)   # arrowGroup
    | (switchLabel COLON)+ statement*            # colonGroup
    ;

throwOrValue: THROW expression SEMI | expression SEMI;

switchLabel: DEFAULT | CASE caseItem (COMMA caseItem)* (WHEN operation)?;

caseItem: DEFAULT | pattern | operation;

pattern
    : modifier* type identifier                                        # typePattern
    | type LPAREN (pattern (COMMA pattern)*)? RPAREN identifier?       # recordPattern
    ;

// Expressions

expression: lambda | operation;

lambda: lambdaParameters ARROW (block | expression);

lambdaParameters
    : identifier
    | LPAREN (identifier (COMMA identifier)*)? RPAREN
    | formalParameters
    ;

operation
    : LPAREN expression RPAREN                                                          # parenthesized
    | literal                                                                           # literalOperation
    | THIS                                                                              # thisOperation
    | SUPER                                                                             # superOperation
    | identifier                                                                        # nameOperation
    | (identifier | THIS | SUPER) arguments                                             # callOperation
    | (primitiveType | VOID) dimension* DOT CLASS                                       # primitiveClassLiteral
    | classType dimension+ DOT CLASS                                                    # arrayClassLiteral
    | (primitiveType dimension+ | classType dimension*) COLONCOLON typeArguments? (identifier | NEW) # typeReference
    | SWITCH condition switchBody                                                       # switchOperation
    | NEW creator                                                                       # newOperation
    | operation DOT typeArguments? (identifier | SUPER) arguments                       # memberCall
    | operation DOT (identifier | THIS | SUPER | CLASS)                                 # memberAccess
    | operation DOT NEW creator                                                         # innerNew
    | operation LBRACK expression RBRACK                                                # arrayAccess
    | operation COLONCOLON typeArguments? (identifier | NEW)                            # reference
    | operation (INC | DEC)                                                             # postfix
    | (ADD | SUB | INC | DEC | TILDE | BANG) operation                                  # prefix
    | LPAREN type (BITAND type)* RPAREN operation                                       # cast
    | LPAREN type (BITAND type)* RPAREN lambda                                          # castLambda
    | operation (MUL | DIV | MOD) operation                                             # binary
    | operation (ADD | SUB) operation                                                   # binary
    | operation (SHL | GT GT GT | GT GT) operation                                      # binary
    | operation (LE | GE | GT | LT) operation                                           # binary
    | operation INSTANCEOF (pattern | type)                                             # instanceOf
    | operation (EQUAL | NOTEQUAL) operation                                            # binary
    | operation BITAND operation                                                        # binary
    | operation CARET operation                                                         # binary
    | operation BITOR operation                                                         # binary
    | operation AND operation                                                           # binary
    | operation OR operation                                                            # binary
    | operation QUESTION expression COLON (lambda | operation)                          # conditional
    | operation assignmentOperator expression                                           # assignment
    ;

assignmentOperator
    : ASSIGN
    | ADD_ASSIGN
    | SUB_ASSIGN
    | MUL_ASSIGN
    | DIV_ASSIGN
    | AND_ASSIGN
    | OR_ASSIGN
    | XOR_ASSIGN
    | MOD_ASSIGN
    | SHL_ASSIGN
    | SHR_ASSIGN
    | USHR_ASSIGN
    ;

literal: NUMBER | STRING | TEXT_BLOCK | CHARACTER | TRUE | FALSE | NULL;

arguments: LPAREN (expression (COMMA expression)*)? RPAREN;

creator
    : annotation* (primitiveType | classType)
        ( arguments typeBody?
        | dimension+ arrayLiteral
        | lengthDimension+ dimension*
        )
    ;

lengthDimension: annotation* LBRACK expression RBRACK;
