@echo off
chcp 65001 >nul
if exist "%~dp0..\course.py" goto start
echo Kurset er ikke pakket ut ennå. Høyreklikk zip-fila, velg «Pakk ut alle», og start kurset fra den nye mappa.
echo The course is not unpacked yet. Right-click the zip file, choose “Extract All”, and start from the new folder.
pause
exit /b
:start
call "%~dp0..\Start MB-kurset (Windows).bat" leader
