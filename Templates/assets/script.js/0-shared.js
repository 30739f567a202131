// Benchfolio. Everything works without this script; it adds sorting and filtering of tables, and the search in the header.
// The files of this folder are joined in the order of their names.
"use strict";

const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

