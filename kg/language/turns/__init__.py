"""Turns of phrase, each a function from tokens to tokens: what plain_english and plain_chinese are made of."""
