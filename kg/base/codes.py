"""The one table of error codes: message and remedy in both languages.

Letters: Q reading a question, N names, M meaning, D definitions, P packs and files, S stores, B budgets.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Code(Struct, frozen=True):
    """Message and remedy of one code; ``{placeholders}`` are filled by the diagnostic."""

    en: str
    zh: str
    remedy_en: str
    remedy_zh: str

    def message(self, lang: Literal["en", "zh"]) -> str:
        """Return the message template in one language."""
        return self.en if lang == "en" else self.zh

    def remedy(self, lang: Literal["en", "zh"]) -> str:
        """Return the remedy template in one language."""
        return self.remedy_en if lang == "en" else self.remedy_zh


CODES: dict[str, Code] = {
    "Q001": Code(
        "The question is empty.",
        "问题是空的。",
        "Type a question, for example: {example}",
        "请输入问题,例如:{example}",
    ),
    "Q002": Code(
        "'{text}' is not expected here.",
        "这里不应出现“{text}”。",
        "Expected here: {expected}.",
        "此处应为:{expected}。",
    ),
    "Q003": Code(
        "The question ends too early.",
        "问题没有说完。",
        "Expected next: {expected}.",
        "后面应为:{expected}。",
    ),
    "Q004": Code(
        "The question is too long ({length} characters; at most {limit}).",
        "问题太长({length}个字符,最多{limit}个)。",
        "Ask it in several shorter questions.",
        "请分成几个较短的问题。",
    ),
    "Q005": Code(
        "'{text}' is not a date that can be read.",
        "“{text}”不是可识别的日期。",
        "Write 2024, 2024-Q1, 2024-03 or 2024-03-30.",
        "请写作2024、2024-Q1、2024-03或2024-03-30。",
    ),
    "Q006": Code(
        "The parameter ${name} has no value.",
        "参数${name}没有值。",
        "Give it one: `--parameter {name}=VALUE`, in Python `parameters={{'{name}': ...}}`.",
        "请给出值:`--parameter {name}=值`,在Python中为`parameters={{'{name}': ...}}`。",
    ),
    "Q007": Code(
        "The question has no parameter {name}.",
        "问题中没有参数{name}。",
        "Its parameters are: {known}.",
        "它的参数有:{known}。",
    ),
    "N001": Code(
        "'{text}' is no name or word that the graph knows.",
        "图谱中没有“{text}”这个名称或词。",
        "Check the spelling, or see `kg words` for all words.",
        "请检查写法,或用 `kg words` 查看所有词。",
    ),
    "N002": Code(
        "'{text}' means several things here.",
        "“{text}”在这里有多种含义。",
        "Choose one by its exact text: {choices}.",
        "请用确切写法选择一个:{choices}。",
    ),
    "N003": Code(
        "No source of the graph is by '{text}'.",
        "图谱中没有来自“{text}”的来源。",
        "Name a publisher, an author or a title of a source; `kg words` lists them.",
        "请写来源的发布者、作者或标题;`kg words` 可查。",
    ),
    "N004": Code(
        "'{text}', the value of ${name}, is no {wanted} that the graph knows.",
        "${name}的值“{text}”不是图谱所知的{wanted}。",
        "Give one {wanted} and nothing else.",
        "请只给出一个{wanted},不要加其他内容。",
    ),
    "M001": Code(
        "'{text}' ({found}) does not fit here: {wanted} is wanted.",
        "“{text}”({found})不适合此处:应为{wanted}。",
        "Name {wanted}, or turn the question round.",
        "请改用{wanted},或把问题反过来问。",
    ),
    "M002": Code(
        "'{text}' cannot be combined with the rest of the question.",
        "“{text}”无法与问题的其余部分搭配。",
        "It can be used like this: {usage}.",
        "可以这样使用:{usage}。",
    ),
    "M003": Code(
        "'{text}' can be understood in several ways: {choices}.",
        "“{text}”可以有几种理解:{choices}。",
        "Write the one that is meant.",
        "请写出所指的那一种。",
    ),
    "M004": Code(
        "The unit '{text}' does not measure {wanted}.",
        "单位“{text}”不能用于{wanted}。",
        "Use one of: {expected}.",
        "请使用:{expected}。",
    ),
    "M005": Code(
        "This form of question can be read but not yet answered: {form}.",
        "这种问法可以读懂,但目前还不能回答:{form}。",
        "Try: {usage}",
        "可以试试:{usage}",
    ),
    "M006": Code(
        "The question names nothing that the graph could be asked about.",
        "问题没有说出要问的对象。",
        "Name a thing, a kind or a relation: {usage}",
        "请写出名称、种类或关系:{usage}",
    ),
    "D001": Code(
        "This is no definition that can be read.",
        "无法读懂这个定义。",
        "Write it like this: {usage}",
        "请这样写:{usage}",
    ),
    "D002": Code(
        "'{text}' is no noun phrase and no verb phrase that could be defined by.",
        "“{text}”不是可用于定义的名词短语或动词短语。",
        "Define by things (companies that make lasers) or by what they do (makes lasers).",
        "请用事物(供应激光器的公司)或其行为(供应激光器)来定义。",
    ),
    "D003": Code(
        "The definition of '{text}' leads back to itself: {chain}.",
        "“{text}”的定义绕回了自身:{chain}。",
        "Say it without the word that is being defined.",
        "请不要用被定义的词来定义它。",
    ),
    "D004": Code(
        "'{text}' means something already.",
        "“{text}”已有含义。",
        "Choose a word that the graph does not know.",
        "请选用图谱中没有的词。",
    ),
    "D005": Code(
        "The definition of '{text}' says when, how surely or by whom.",
        "“{text}”的定义中说到了时间、状态或来源。",
        "Leave that out, and say it in the question.",
        "请去掉这一部分,改在问题中说明。",
    ),
    "S001": Code(
        "The store gave no answer: {reason}",
        "存储未能给出答案:{reason}",
        "Ask again; if it stays so, remove the cache folder and start anew.",
        "请重试;若仍如此,请删除缓存文件夹后重新开始。",
    ),
    "S002": Code(
        "The endpoint {url} cannot be reached: {reason}",
        "无法连接端点{url}:{reason}",
        "Check the address, and that the server runs.",
        "请检查地址,并确认服务器正在运行。",
    ),
    "S003": Code(
        "The endpoint {url} refused the request (status {status}): {reason}",
        "端点{url}拒绝了请求(状态码{status}):{reason}",
        "The reason is the server's own; when it is busy, ask again later.",
        "原因由服务器给出;若服务器繁忙,请稍后再问。",
    ),
    "S004": Code(
        "The endpoint {url} points elsewhere: {elsewhere}",
        "端点{url}指向另一处:{elsewhere}",
        "If that address is the one you mean, give it instead.",
        "若那正是所要的地址,请直接使用它。",
    ),
    "S005": Code(
        "The endpoint {url} does not let you in (status {status}): {reason}",
        "端点{url}不允许访问(状态码{status}):{reason}",
        "Set KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN.",
        "请设置KG_ENDPOINT_USER和KG_ENDPOINT_PASSWORD,或KG_ENDPOINT_TOKEN。",
    ),
    "S006": Code(
        "The reply of {url} cannot be read: {reason}",
        "无法读取{url}的答复:{reason}",
        "Check that the address is that of a SPARQL 1.1 query service; if it is, ask again.",
        "请确认该地址是SPARQL 1.1查询服务;若是,请重试。",
    ),
    "S007": Code(
        "The reply of {url} is not complete: {reason}",
        "{url}的答复不完整:{reason}",
        "Ask for less, or raise the limit of the server; no part of the reply was used.",
        "请缩小问题,或提高服务器的限额;答复的任何部分都未被采用。",
    ),
    "S008": Code(
        "The endpoint {url} holds no graph that can be asked: {reason}",
        "端点{url}中没有可以提问的图谱:{reason}",
        "Load the pack into the server (kg store --quads FILE writes it), or name the graph that holds it (--graph IRI).",
        "请把图谱包载入服务器(用kg store --quads 文件写出),或指明存放它的图(--graph IRI)。",
    ),
    "S009": Code(
        "{path} holds no store that can be opened: {reason}",
        "{path}中没有可以打开的存储:{reason}",
        "Check the path; a store that was damaged is made anew with kg --pack DIR store {path}.",
        "请检查路径;已损坏的存储可用kg --pack 文件夹 store {path}重新建立。",
    ),
    "S010": Code(
        "{path} was written in format {found}; this version reads format {known}.",
        "{path}的格式为{found};本版本读取格式{known}。",
        "Make it anew with this version (kg --pack DIR store {path}), or use the version that wrote it: {writer}.",
        "请用本版本重新建立(kg --pack 文件夹 store {path}),或使用写入它的版本:{writer}。",
    ),
    "S011": Code(
        "Another process is writing {path}.",
        "另一个进程正在写入{path}。",
        "Wait until it has ended; reading goes on meanwhile.",
        "请等它结束;其间仍可读取。",
    ),
    "S012": Code(
        "{path} cannot be written: {reason}",
        "无法写入{path}:{reason}",
        "Nothing has changed there. Make room, or choose another place.",
        "那里没有任何改变。请腾出空间,或另选位置。",
    ),
    "S013": Code(
        "The query was not run: {reason}",
        "查询未执行:{reason}",
        "Only SELECT on the graph itself is run; to let a query reach other servers and graphs, allow it (federated=True, --federated).",
        "只执行对图谱本身的SELECT;若要让查询访问其他服务器和图,请明确允许(federated=True,--federated)。",
    ),
    "S014": Code(
        "The query was not sent: {server} is known to answer such a query wrongly ({reason}).",
        "查询未发送:已知{server}对这类查询会给出错误答案({reason})。",
        "Ask without that part, or ask another server, or a store (kg store PATH).",
        "请去掉该部分再问,或改用其他服务器或本地存储(kg store 路径)。",
    ),
    "B001": Code(
        "The question took more than it was allowed: {reason}",
        "该问题超出了所允许的用量:{reason}",
        "Ask for less, or allow more seconds.",
        "请缩小问题,或允许更多秒数。",
    ),
    "P001": Code(
        "There is no file {path}.",
        "没有文件 {path}。",
        "Create it, or correct the name where the pack lists it.",
        "请创建该文件,或在包中改正其名称。",
    ),
    "P002": Code(
        "{path} cannot be read as {format}: {reason}",
        "{path} 无法作为 {format} 读取:{reason}",
        "Correct the file at the place named.",
        "请在所指位置改正该文件。",
    ),
    "P003": Code(
        "The setting '{key}' is missing, or is not of the right form.",
        "缺少设置“{key}”,或其形式不对。",
        "Write it as: {usage}",
        "请写作:{usage}",
    ),
    "P004": Code(
        "'{text}' is no {wanted} of the pack.",
        "“{text}”不是本包的{wanted}。",
        "Declare it in the ontology, or use one of: {expected}.",
        "请在本体中声明它,或使用:{expected}。",
    ),
    "P005": Code(
        "The column '{text}' is not used by the mapping.",
        "列“{text}”未被映射使用。",
        "Name it in the mapping, or list it under `unused`.",
        "请在映射中指明其用途,或列入 `unused`。",
    ),
    "P006": Code(
        "The file has no column '{text}'.",
        "文件中没有列“{text}”。",
        "Add the column, or correct its name in the mapping; the file has: {expected}.",
        "请添加该列,或在映射中改正列名;文件中有:{expected}。",
    ),
    "P007": Code(
        "The row has {found} cells; the header has {wanted}.",
        "该行有{found}格,表头有{wanted}格。",
        "Quote cells that contain a comma, and give every row as many cells as the header.",
        "含逗号的格请加引号,并使每行格数与表头一致。",
    ),
    "P008": Code(
        "'{text}' cannot be an id.",
        "“{text}”不能作标识。",
        "Use letters, digits, '-', '_' and '.', beginning with a letter or digit.",
        "请用字母、数字、“-”、“_”和“.”,并以字母或数字开头。",
    ),
    "P009": Code(
        "The id '{text}' is already used at {where}.",
        "标识“{text}”已用于{where}。",
        "Give one of the two another id, or join the rows.",
        "请改其中一个的标识,或合并两行。",
    ),
    "P010": Code(
        "'{text}' is the id of no thing.",
        "“{text}”不是任何事物的标识。",
        "Add the thing, or correct the id. Near it: {guess}.",
        "请添加该事物,或改正标识。相近的有:{guess}。",
    ),
    "P011": Code(
        "'{text}' is a {found}; {role} wants {wanted}.",
        "“{text}”属于{found};{role}应为{wanted}。",
        "Name another thing, correct its class, or widen the range of the role.",
        "请改填其他事物、改正其类,或放宽该角色的取值类。",
    ),
    "P012": Code(
        "{role} is empty and must be filled.",
        "{role}为空,必须填写。",
        "Fill the cell, or delete the row.",
        "请填写该格,或删除该行。",
    ),
    "P013": Code(
        "'{text}' is not a date.",
        "“{text}”不是日期。",
        "Write 2024, 2024-Q1, 2024-03 or 2024-03-30.",
        "请写作2024、2024-Q1、2024-03或2024-03-30。",
    ),
    "P014": Code(
        "'{text}' is no unit that the pack knows.",
        "“{text}”不是本包已知的单位。",
        "Declare the unit, or use one of: {expected}.",
        "请声明该单位,或使用:{expected}。",
    ),
    "P015": Code(
        "The unit '{text}' does not fit {wanted}.",
        "单位“{text}”不适合{wanted}。",
        "Use one of: {expected}; or add the unit to that choice.",
        "请使用:{expected};或为该选项添加此单位。",
    ),
    "P016": Code(
        "'{text}' is no value of {wanted}.",
        "“{text}”不是{wanted}的取值。",
        "Use one of: {expected}.",
        "请使用:{expected}。",
    ),
    "P017": Code(
        "'{text}' is not a number.",
        "“{text}”不是数值。",
        "Write digits with a decimal point, without separators or unit: 1234.5",
        "请写数字与小数点,不带分隔符和单位:1234.5",
    ),
    "P018": Code(
        "The kinds go in a circle: {chain}.",
        "种类形成循环:{chain}。",
        "Take one of these steps out.",
        "请去掉其中一步。",
    ),
    "P019": Code(
        "'{text}' has no label.",
        "“{text}”没有名称。",
        "Give it a label in at least one language.",
        "请至少给出一种语言的名称。",
    ),
    "P020": Code(
        "The name '{text}' belongs to several things: {things}.",
        "名称“{text}”属于多个事物:{things}。",
        "Change one of the names, or add the name to {list} if it is ambiguous in the world too.",
        "请改其中一个名称;若现实中也有歧义,则把它加入{list}。",
    ),
    "P021": Code(
        "'{text}' is listed as a name of {listed}, but it names {things}.",
        "“{text}”列为{listed}的名称,而实际指{things}。",
        "Bring the list of ambiguous names up to date.",
        "请更新歧义名称表。",
    ),
    "P022": Code(
        "'{text}' stands in a column that {wanted} cannot hold.",
        "“{text}”所在的列不适用于{wanted}。",
        "Empty the cell, or declare the qualifier for that frame.",
        "请清空该格,或为该框架声明此限定项。",
    ),
    "P023": Code(
        "The end, {last}, comes before the beginning, {first}.",
        "结束({last})早于开始({first})。",
        "Correct one of the two dates.",
        "请改正其中一个日期。",
    ),
    "P024": Code(
        "'{text}' is the id of no source.",
        "“{text}”不是任何来源的标识。",
        "Add the source, or correct the id. Near it: {guess}.",
        "请添加该来源,或改正标识。相近的有:{guess}。",
    ),
    "P025": Code(
        "{text} does not meet its shape: {reason}",
        "{text}不符合其形状约束:{reason_zh}",
        "Correct the value; the shape stands in {path}.",
        "请改正该值;形状约束见{path}。",
    ),
    "P026": Code(
        "The row says the same, from the same source, as {where}.",
        "该行与{where}内容、来源均相同。",
        "Delete one of the two rows.",
        "请删除其中一行。",
    ),
    "P027": Code(
        "A number needs its unit, and a unit its number: {role} is empty.",
        "数值须有单位,单位须有数值:{role}为空。",
        "Fill the cell, or empty both.",
        "请填写该格,或两格都清空。",
    ),
    "P028": Code(
        "The upper end, {last}, is below the lower end, {first}.",
        "上限({last})小于下限({first})。",
        "Correct one of the two numbers.",
        "请改正其中一个数值。",
    ),
    "P029": Code(
        "The variable {text} of the rule's head occurs in no atom of a body.",
        "规则头的变量{text}未出现在规则体的任何原子中。",
        "Bind the variable in every body, or take it out of the head.",
        "请在每个规则体中绑定该变量,或从规则头中去掉它。",
    ),
    "P030": Code(
        "The reading names {{{text}}}, which is no role or qualifier of the frame.",
        "读法中的{{{text}}}不是该框架的角色或限定项。",
        "Use one of: {expected}.",
        "请使用:{expected}。",
    ),
    "P040": Code(
        "{path} is outside the folder of the pack.",
        "{path} 在包的文件夹之外。",
        "Move the file into the folder, and name it by its path inside.",
        "请把文件移入该文件夹,并写出其在文件夹内的路径。",
    ),
    "P041": Code(
        "'{text}' is the name of no thing.",
        "“{text}”不是任何事物的名称。",
        "Add the thing or the name, or correct the cell. Near it: {guess}.",
        "请添加该事物或名称,或改正该格。相近的有:{guess}。",
    ),
    "P042": Code(
        "'{text}' names several things: {things}.",
        "“{text}”是多个事物的名称:{things}。",
        "Write the id of the one that is meant.",
        "请写出所指事物的标识。",
    ),
    "P043": Code(
        "The question '{text}' is not answered as the pack says: {reason}",
        "问题“{text}”的答案与包中所述不同:{reason_zh}",
        "Correct the question, its answer, or the facts.",
        "请改正问题、其答案,或相关事实。",
    ),
    "P044": Code(
        "'{text}' is in no form of the mapping: its columns are {found}.",
        "“{text}”与映射的任何表格都不符:其列为{found}。",
        "Give it the columns of one of these files of the pack: {expected}.",
        "请使其列与包中以下某文件相同:{expected}。",
    ),
    "P045": Code(
        "The thing '{text}' is there already, and the new row says something else than {where}.",
        "事物“{text}”已存在,新行与{where}所述不同。",
        "Change the row that is there, or give the new thing another id.",
        "请修改已有的行,或为新事物取另一标识。",
    ),
    "P046": Code(
        "'{text}' is neither yes nor no.",
        "“{text}”既非是也非否。",
        "Write yes, no, or nothing (which is no).",
        "请写 yes、no 或留空(即否)。",
    ),
}
