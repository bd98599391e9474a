import sys
sys.path.insert(0,'/work/main')
from tests.ui.test_layout import *
from tests.ui.conftest import *
KEYS=("beranda","desa","masuk","keputusan","undangan")
@pytest.mark.parametrize("key",KEYS)
@pytest.mark.parametrize("mode",["double","1.0","1.3"])
def test_mine(qtbot,tmp_path,qapp,key,mode,doubled):
    folder = tmp_path / "profil"
    init_profile(folder, role="supervisor", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD).store.close()
    program = Program(qtbot, folder, TODAY); program.unlock()
    if mode=="double":
        qapp.installTranslator(doubled); program.entrance._show_shell()
    else:
        program.tools.preferences.scale=float(mode); program.shell().restyled.emit()
    program.shell().show_page(key)
    program.settle()
    page=program.shell().page(key)
    if program.window.width()!=WIDTH or program.window.height()!=HEIGHT:
        print("SIZE",key,mode,program.window.width(),program.window.height())
        for w in page.findChildren(QWidget):
            if w.isVisible() and w.parent() is page: print("   ",type(w).__name__,w.minimumSizeHint())
        assert False
    assert cut_off(program.window)==[]
    assert unnamed(program.window)==[]
    program.close()
