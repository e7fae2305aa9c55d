"""Text in, syntax tree out, in English and in Chinese, by one LALR(1) grammar each."""
